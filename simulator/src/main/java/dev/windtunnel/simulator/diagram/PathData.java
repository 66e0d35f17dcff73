package dev.windtunnel.simulator.diagram;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SVG path data into a shape: lines, curves, and arcs of circles (SVG 1.1, chapter 8). */
final class PathData {

    private static final Pattern TOKEN = Pattern.compile("([A-Za-z])|([-+]?(?:\\d+\\.?\\d*|\\.\\d+))");

    private final Matcher tokens;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double x;
    private double y;
    private double controlX;
    private double controlY;

    private PathData(String data) {
        this.tokens = TOKEN.matcher(data);
    }

    /** @throws IllegalArgumentException for commands that no picture here uses */
    static Path2D.Double read(String data) {
        return new PathData(data).read();
    }

    private Path2D.Double read() {
        char command = 'M';
        boolean more = tokens.find();
        while (more) {
            if (tokens.group(1) != null) {
                command = tokens.group(1).charAt(0);
                if (command == 'z' || command == 'Z') {
                    path.closePath();
                    Point2D start = path.getCurrentPoint();
                    x = start.getX();
                    y = start.getY();
                    more = tokens.find();
                    continue;
                }
                tokens.find();
            }
            piece(command);
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
            more = tokens.find();
        }
        return path;
    }

    /** The number at the current token; later ones by {@link #next}. */
    private double here() {
        return Double.parseDouble(tokens.group(2));
    }

    private double next() {
        if (!tokens.find()) {
            throw new IllegalArgumentException("path data ends in the middle of a command");
        }
        return here();
    }

    private void piece(char command) {
        boolean relative = Character.isLowerCase(command);
        double dx = relative ? x : 0;
        double dy = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(dx + here(), dy + next());
                path.moveTo(x, y);
            }
            case 'L' -> line(dx + here(), dy + next());
            case 'H' -> line(dx + here(), y);
            case 'V' -> line(x, dy + here());
            case 'Q' -> {
                double cx = dx + here();
                double cy = dy + next();
                to(dx + next(), dy + next());
                path.quadTo(cx, cy, x, y);
            }
            case 'C' -> curve(dx + here(), dy + next(), dx + next(), dy + next(), dx + next(), dy + next());
            case 'S' -> curve(2 * x - controlX, 2 * y - controlY, dx + here(), dy + next(), dx + next(), dy + next());
            case 'A' -> {
                double radius = here();
                next();
                next();
                boolean large = next() != 0;
                boolean clockwise = next() != 0;
                arc(radius, large, clockwise, dx + next(), dy + next());
            }
            default -> throw new IllegalArgumentException("path data with the command '" + command + "'");
        }
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
        controlX = toX;
        controlY = toY;
    }

    private void line(double toX, double toY) {
        to(toX, toY);
        path.lineTo(x, y);
    }

    private void curve(double ax, double ay, double bx, double by, double toX, double toY) {
        path.curveTo(ax, ay, bx, by, toX, toY);
        to(toX, toY);
        controlX = bx;
        controlY = by;
    }

    /** An arc of a circle as cubic curves of at most a quarter (SVG 1.1, F.6.5 with equal radii and no rotation). */
    private void arc(double radius, boolean large, boolean clockwise, double toX, double toY) {
        double halfX = (toX - x) / 2;
        double halfY = (toY - y) / 2;
        double half = StrictMath.sqrt(halfX * halfX + halfY * halfY);
        double r = Math.max(radius, half);
        double off = StrictMath.sqrt(Math.max(0, r * r - half * half)) / half * (large == clockwise ? -1 : 1);
        double centerX = x + halfX - off * halfY;
        double centerY = y + halfY + off * halfX;
        double from = StrictMath.atan2(y - centerY, x - centerX);
        double sweep = StrictMath.atan2(toY - centerY, toX - centerX) - from;
        if (clockwise && sweep < 0) {
            sweep += 2 * Math.PI;
        } else if (!clockwise && sweep > 0) {
            sweep -= 2 * Math.PI;
        }
        int pieces = (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
        double step = sweep / pieces;
        double handle = 4.0 / 3 * StrictMath.tan(step / 4) * r;
        for (int at = 0; at < pieces; at++) {
            double a = from + at * step;
            double b = a + step;
            double endX = at + 1 == pieces ? toX : centerX + r * StrictMath.cos(b);
            double endY = at + 1 == pieces ? toY : centerY + r * StrictMath.sin(b);
            curve(
                    x - handle * StrictMath.sin(a),
                    y + handle * StrictMath.cos(a),
                    endX + handle * StrictMath.sin(b),
                    endY - handle * StrictMath.cos(b),
                    endX,
                    endY);
        }
    }
}
