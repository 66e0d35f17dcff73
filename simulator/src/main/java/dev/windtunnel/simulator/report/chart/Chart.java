package dev.windtunnel.simulator.report.chart;

import java.util.List;

/**
 * A chart over time.
 *
 * @param id unique within the page, of letters, digits and hyphens
 * @param title what is shown; also the accessible name
 * @param description what there is to see, for those who do not see it
 * @param height of the plot, pixels
 * @param bands what happened over a while, shaded and labeled
 * @param marks numbered moments
 */
public record Chart(
        String id,
        String title,
        String description,
        TimeSpan span,
        Unit unit,
        Scale scale,
        int height,
        List<Layer> layers,
        List<Band> bands,
        List<Mark> marks) {

    /** Copies. */
    public Chart {
        layers = List.copyOf(layers);
        bands = List.copyOf(bands);
        marks = List.copyOf(marks);
    }

    /** A shaded stretch of time. */
    public record Band(String label, long fromNanos, long toNanos) {}

    /** A moment, with the number by which a table names it. */
    public record Mark(String label, long atNanos) {}

    /** The legend's entries, in drawing order. */
    public List<Layer.Key> keys() {
        return layers.stream().flatMap(layer -> layer.keys().stream()).toList();
    }
}
