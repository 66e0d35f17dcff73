package dev.windtunnel.simulator.diagram;

/**
 * How an overlay's tone looks.
 *
 * @param color six-digit color of frames and badges; white text on it has a contrast of 4.5 or more
 * @param fill six-digit color of a filled box
 * @param dashes SVG dash pattern of the frame; empty for a line without gaps
 * @param hatched whether the whole box is hatched
 */
record ToneStyle(String color, String fill, String dashes, boolean hatched) {

    /** The look of a tone. Failed and removed differ from the others by pattern, all of them by their words. */
    static ToneStyle of(Overlay.Tone tone) {
        return switch (tone) {
            case OK -> new ToneStyle("#00735a", "#e3f3ee", "", false);
            case WARN -> new ToneStyle("#8a6100", "#fdf3d7", "", false);
            case BAD -> new ToneStyle("#b23a00", "#fde6d8", "", false);
            case FAILED -> new ToneStyle("#b3122b", "#f9dade", "", true);
            case ADDED -> new ToneStyle("#0060a8", "#dfedf9", "", false);
            case REMOVED -> new ToneStyle("#5b6776", "#eceff2", "7 5", false);
            case CHANGED -> new ToneStyle("#7b3b9c", "#f1e6f7", "", false);
        };
    }
}
