package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextMetricsTest {

    /** Widths in the Adobe Core 14 metrics: H 722, e 556, l 222, o 556; bold H 722, e 556, l 278, o 611. */
    @Test
    void measuresByTheMetricsOfHelvetica() {
        assertEquals(2.278 * 10, TextMetrics.width("Hello", 10, false), 0.02);
        assertEquals(2.445 * 10, TextMetrics.width("Hello", 10, true), 0.02);
    }

    /** A with diaeresis 667, sharp s 611, y with diaeresis 500, in thousandths in the Adobe Core 14 metrics. */
    @Test
    void agreesWithHelveticaOnTheLettersOfLatin1() {
        assertEquals(0.667, TextMetrics.width("\u00c4", 1, false), 1e-3);
        assertEquals(0.611, TextMetrics.width("\u00df", 1, false), 1e-3);
        assertEquals(0.500, TextMetrics.width("\u00ff", 1, false), 1e-3);
    }

    @Test
    void countsAnIdeographAsOneEm() {
        assertEquals(1, TextMetrics.width("\u4e2d", 1, false), 1e-9);
    }

    @Test
    void knowsTheWidthOfEmoji() {
        assertEquals(122.0 / 96, TextMetrics.width("\ud83d\ude80", 1, false), 1e-9);
    }

    @Test
    void givesNoRoomToWhatOnlyChangesItsNeighbor() {
        double plain = TextMetrics.width("e\u2764", 1, false);

        assertEquals(plain, TextMetrics.width("e\u0301\u2764\ufe0f\u200d", 1, false), 1e-9);
    }

    @Test
    void breaksBetweenWords() {
        assertEquals(List.of("one two", "three"), TextMetrics.wrap(" one  two three ", 10, false, 40));
    }

    @Test
    void breaksInsideAWordThatIsTooLong() {
        List<String> lines = TextMetrics.wrap("a " + "w".repeat(200) + " z", 10, false, 100);

        assertEquals("a" + "w".repeat(200) + "z", String.join("", lines).replace(" ", ""));
        assertTrue(lines.stream().allMatch(line -> TextMetrics.width(line, 10, false) <= 100), lines.toString());
    }

    @Test
    void neverSplitsACharacterOutsideTheBasicPlane() {
        List<String> lines = TextMetrics.wrap("\ud83d\ude80".repeat(3), 10, false, 1);

        assertEquals(List.of("\ud83d\ude80", "\ud83d\ude80", "\ud83d\ude80"), lines);
    }

    @Test
    void makesOneEmptyLineOfNothing() {
        assertEquals(List.of(""), TextMetrics.wrap(" ", 10, false, 100));
    }
}
