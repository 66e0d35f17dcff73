package dev.windtunnel.benchmarks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.PriorityQueue;

/** What one writes on a first afternoon: a PriorityQueue of event objects, each with a lambda that says what happens. */
final class NaiveJava implements QueueEngine {

    @Override
    public Measured run(Network network, long customers, long seed) {
        return new Run(network, customers, new PlainLuck(seed)).run();
    }

    private record Event(double time, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return Double.compare(time, other.time);
        }
    }

    private static final class Line {
        final Network.Station station;
        final ArrayDeque<Double> waitingSince = new ArrayDeque<>();
        int busy;
        double waits;

        Line(Network.Station station) {
            this.station = station;
        }
    }

    private static final class Run {
        private final PriorityQueue<Event> pending = new PriorityQueue<>();
        private final Line[] lines;
        private final double gap;
        private final long customers;
        private final Luck luck;
        private double now;
        private long left;

        Run(Network network, long customers, Luck luck) {
            lines = network.stations().stream().map(Line::new).toArray(Line[]::new);
            gap = 1 / network.arrivalsPerSecond();
            this.customers = customers;
            this.luck = luck;
        }

        Measured run() {
            after(luck.exponential() * gap, this::arrive);
            while (left < customers) {
                Event event = pending.remove();
                now = event.time();
                event.action().run();
            }
            double waits = Arrays.stream(lines).mapToDouble(line -> line.waits).sum();
            return new Measured(left, (lines.length + 1) * left, waits / left);
        }

        private void after(double seconds, Runnable action) {
            pending.add(new Event(now + seconds, action));
        }

        private void arrive() {
            after(luck.exponential() * gap, this::arrive);
            come(0);
        }

        private void come(int at) {
            if (at == lines.length) {
                left++;
                return;
            }
            Line line = lines[at];
            if (line.busy < line.station.servers()) {
                line.busy++;
                serve(line, at);
            } else {
                line.waitingSince.addLast(now);
            }
        }

        private void serve(Line line, int at) {
            after(luck.exponential() * line.station.meanServiceSeconds(), () -> depart(line, at));
        }

        private void depart(Line line, int at) {
            if (line.waitingSince.isEmpty()) {
                line.busy--;
            } else {
                line.waits += now - line.waitingSince.removeFirst();
                serve(line, at);
            }
            come(at + 1);
        }
    }
}
