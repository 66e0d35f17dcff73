package dev.windtunnel.model.trace;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.unit.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads access logs, one or many files of the same kind, into the requests of a window. Every line is counted: used, outside
 * the window, blank or malformed. Memory is 16 bytes for each request used; that of a line is bounded.
 *
 * <p>Lines need not be in order of time. Where a log has whole seconds, its requests are spread inside their second by a
 * hash of second and line, the same in every run.
 */
public final class RequestLogReader {

    /** More requests do not fit a heap of a few gigabytes. */
    private static final int MOST_REQUESTS = 100_000_000;

    /**
     * A server writes a line when it has answered, so that lines stand in the order of ends; a load balancer answers within its
     * idle timeout of 60 s (ALB-22). Only what is older than that against a line above speaks of a clock.
     */
    private static final long LONGEST_ANSWER_NANOS = 60_000_000_000L;

    /** Longer windows do not fit beside the endpoint in a long. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(52);

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long QUIET_NANOS = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Question question;
    private final LineTally tally;
    private final RequestRows rows = new RequestRows();
    private final LogFormat format;
    private final long startNanos;
    private final long windowNanos;
    private long latestNanos = Long.MIN_VALUE;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private String file = "";

    /**
     * What is wanted of a log.
     *
     * @param source the log as the user named it
     * @param format ALB or COMBINED
     * @param from start of the window
     * @param window its length
     * @param malformed most lines that may be malformed, of those that are not blank
     * @param refusesUnmatched whether a request of no endpoint is an error
     */
    public record Question(
            String source,
            TraceFormat format,
            Instant from,
            Duration window,
            Share malformed,
            boolean refusesUnmatched,
            PathPatterns endpoints) {}

    /** A file and how it is called in messages. */
    public record NamedFile(Path file, String name) {}

    private RequestLogReader(Question question) {
        this.question = question;
        tally = new LineTally(question.source());
        format = switch (question.format()) {
            case ALB -> new AlbFormat();
            case COMBINED -> new CombinedFormat();
            case COUNTS, CLOUDWATCH ->
                throw new IllegalArgumentException("a log has a line for each request, found " + question.format());
        };
        startNanos = ChronoUnit.NANOS.between(Instant.EPOCH, question.from());
        windowNanos = question.window().toNanos();
    }

    /**
     * Reads.
     *
     * @throws InputRejected if too many lines are malformed, no request lies in the window, a file cannot be read to its
     *     end, or requests match no endpoint and must
     */
    public static RequestLog read(List<NamedFile> files, Question question) {
        if (question.window().compareTo(LONGEST_WINDOW) > 0
                || question.endpoints().endpoints().size() >= RequestLog.MOST_ENDPOINTS) {
            throw reject(
                    question.source(),
                    0,
                    "a log is replayed over at most 52 days and " + (RequestLog.MOST_ENDPOINTS - 1) + " endpoints");
        }
        if (question.from().isBefore(Instant.EPOCH) || question.from().isAfter(LATEST)) {
            throw reject(question.source(), 0, "logs are of 1970 to 2200, found a window from " + question.from());
        }
        RequestLogReader reader = new RequestLogReader(question);
        files.forEach(reader::read);
        return reader.log();
    }

    private void read(NamedFile named) {
        file = named.name();
        latestNanos = Long.MIN_VALUE;
        int number = 0;
        try (LineReader lines = new LineReader(named.file())) {
            while (lines.next()) {
                number = lines.number();
                line(lines);
            }
        } catch (IOException broken) {
            throw reject(file, number + 1, "the file cannot be read on: " + broken.getMessage());
        }
    }

    private void line(LineReader lines) {
        int number = lines.number();
        if (lines.isTooLong()) {
            tally.malformed(
                    file,
                    number,
                    new LogFormat.Wrong(
                            "too long",
                            "expected a line of at most " + LineReader.LONGEST + " bytes, found " + lines.length()),
                    "");
            return;
        }
        String text = lines.text();
        if (lines.hasNul()) {
            tally.malformed(file, number, new LogFormat.Wrong("zero bytes", "expected text, found zero bytes"), text);
            return;
        }
        if (text.isBlank() || text.startsWith("#")) {
            tally.blank();
            return;
        }
        LogFormat.Wrong wrong = format.parse(text);
        if (wrong != null) {
            tally.malformed(file, number, wrong, text);
            return;
        }
        if (format.fields.count() > format.mostFields()) {
            tally.further(file, number, format.fields.count());
        }
        arrived(number, format.arrivedNanos);
    }

    private void arrived(int line, long nanos) {
        if (nanos + LONGEST_ANSWER_NANOS < latestNanos) {
            tally.backward(file, line);
        }
        latestNanos = Math.max(latestNanos, nanos);
        firstNanos = Math.min(firstNanos, nanos);
        lastNanos = Math.max(lastNanos, nanos);
        long offset = nanos - startNanos + (format.isByTheSecond() ? insideSecond(nanos, line) : 0);
        if (offset < 0 || offset >= windowNanos) {
            tally.outside();
            return;
        }
        if (rows.size() == MOST_REQUESTS) {
            throw reject(file, line, "at most " + MOST_REQUESTS + " requests are replayed one by one");
        }
        int endpoint = question.endpoints().endpointOf(format.method, format.path);
        tally.used();
        if (endpoint == PathPatterns.NONE) {
            tally.unmatched(file, line, format.method, format.path);
        }
        rows.add(offset, endpoint, format.requestBytes, format.responseBytes);
    }

    /** SplitMix64's last step: neighboring lines get unrelated places. */
    private static long insideSecond(long nanos, long line) {
        long z = nanos + line * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (((z ^ (z >>> 31)) >>> 32) * SECOND) >>> 32;
    }

    private RequestLog log() {
        tally.refuseTooManyMalformed(question.malformed());
        if (rows.size() == 0) {
            throw reject(question.source(), 0, nothingInTheWindow());
        }
        if (question.refusesUnmatched()) {
            tally.refuseUnmatched(question.endpoints().endpoints());
        }
        rows.sort();
        return new RequestLog(question.from(), question.endpoints().endpoints(), rows, tally.total(uncovered()));
    }

    /**
     * Parts of the window before the first and after the last request of all lines, those outside the window too, so that a
     * log which goes on is known to cover it. A minute, or a hundredth of a long window, may pass without a request.
     */
    private List<String> uncovered() {
        long mostQuiet = Math.max(QUIET_NANOS, windowNanos / 100);
        List<String> parts = new ArrayList<>();
        if (firstNanos - startNanos > mostQuiet) {
            parts.add(question.from() + " to " + instant(firstNanos));
        }
        if (startNanos + windowNanos - lastNanos > mostQuiet) {
            parts.add(instant(lastNanos) + " to " + question.from().plus(question.window()));
        }
        return parts;
    }

    private String nothingInTheWindow() {
        String window = question.from() + " to " + question.from().plus(question.window());
        return firstNanos == Long.MAX_VALUE
                ? "the log holds no request"
                : "no request arrived in the replayed window " + window + "; the log holds " + instant(firstNanos)
                        + " to " + instant(lastNanos);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    private static InputRejected reject(String name, int line, String message) {
        return new InputRejected(Problem.at(line == 0 ? Position.of(name) : new Position(name, line, 1), "", message));
    }
}
