package dev.windtunnel.simulator.diagram;

/**
 * What is said about an element on top of what it is: a color and a short text, such as {@code FAILED, "20:15 to 20:55"} or
 * {@code WARN, "CPU 91%"}.
 *
 * @param tone how it is meant
 * @param text a few words; may be empty, then the tone's own word stands
 */
public record Overlay(Tone tone, String text) {

    /** How an overlay is meant. Writers show each tone by a color and by a word or a pattern, never by color alone. */
    public enum Tone {
        /** Within its bounds. */
        OK,
        /** Near a bound. */
        WARN,
        /** Beyond a bound. */
        BAD,
        /** Not there any more: a lost zone, a failed part. */
        FAILED,
        /** In the second of two designs only. */
        ADDED,
        /** In the first of two designs only. */
        REMOVED,
        /** In both designs, not the same. */
        CHANGED;

        /** The tone as a word. */
        String word() {
            return switch (this) {
                case OK -> "ok";
                case WARN -> "warning";
                case BAD -> "bad";
                case FAILED -> "failed";
                case ADDED -> "added";
                case REMOVED -> "removed";
                case CHANGED -> "changed";
            };
        }
    }

    /** The word of the tone and the text: {@code failed: zone lost}. */
    String sentence() {
        return text.isEmpty() ? tone.word() : tone.word() + ": " + text;
    }
}
