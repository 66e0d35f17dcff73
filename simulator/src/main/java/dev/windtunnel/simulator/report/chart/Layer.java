package dev.windtunnel.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Something drawn over the time axis. Colors are numbers 0..8 of the page's palette; 8 is the quiet gray. */
public sealed interface Layer {

    /** Its entries in the legend, in drawing order. */
    List<Key> keys();

    /** Highest value within the span. */
    double highest(TimeSpan span);

    /** An entry of the legend. */
    record Key(String name, int color, boolean dashed, boolean area, boolean light) {}

    /** A line; gaps where there are no values. */
    record Line(String name, int color, boolean dashed, Samples samples) implements Layer {
        @Override
        public List<Key> keys() {
            return List.of(new Key(name, color, dashed, false, false));
        }

        @Override
        public double highest(TimeSpan span) {
            return samples.highest(span);
        }
    }

    /** Areas on top of each other; all parts have the same intervals. */
    record Stack(List<Part> parts) implements Layer {

        /** One area of a stack; gaps count as 0. A light one is a variant of the one with its full color. */
        public record Part(String name, int color, boolean light, Samples samples) {}

        /** @throws IllegalArgumentException if parts differ in their intervals */
        public Stack {
            parts = List.copyOf(parts);
            long shapes = parts.stream()
                    .map(part -> part.samples().firstNanos() + "/"
                            + part.samples().stepNanos() + "/"
                            + part.samples().values().size())
                    .distinct()
                    .count();
            if (shapes > 1) {
                throw new IllegalArgumentException("parts of a stack have the same intervals, found " + shapes
                        + " kinds among "
                        + parts.stream().map(Part::name).toList());
            }
        }

        /** The sums of all parts. */
        public Samples totals() {
            Samples shape = parts.getFirst().samples();
            List<Double> totals = new ArrayList<>();
            for (int i = 0; i < shape.values().size(); i++) {
                double total = 0;
                for (Part part : parts) {
                    double value = part.samples().values().get(i);
                    total += Double.isNaN(value) ? 0 : value;
                }
                totals.add(total);
            }
            return new Samples(shape.firstNanos(), shape.stepNanos(), totals);
        }

        @Override
        public List<Key> keys() {
            return parts.stream()
                    .map(part -> new Key(part.name(), part.color(), false, true, part.light()))
                    .toList();
        }

        @Override
        public double highest(TimeSpan span) {
            return parts.isEmpty() ? 0 : totals().highest(span);
        }
    }

    /** A level that something is measured against, drawn over the whole width with its name on it. */
    record Level(String name, double value) implements Layer {
        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public double highest(TimeSpan span) {
            return value;
        }
    }
}
