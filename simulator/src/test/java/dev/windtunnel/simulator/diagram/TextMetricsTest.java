package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextMetricsTest {

    /** Widths in the Adobe Core 14 metrics: H 722, e 556, l 222, o 556; bold H 722, e 556, l 278, o 611. */
    @Test
    void measuresByTheMetricsOfHelvetica() {
        assertEquals(2.278 * 10, TextMetrics.width("Hello", 10, false), 1e-9);
        assertEquals(2.445 * 10, TextMetrics.width("Hello", 10, true), 1e-9);
    }

    /** A with diaeresis 667, sharp s 611, y with diaeresis 500: the last of the table. */
    @Test
    void knowsTheWholeOfLatin1() {
        assertEquals(0.667, TextMetrics.width("\u00c4", 1, false), 1e-9);
        assertEquals(0.611, TextMetrics.width("\u00df", 1, false), 1e-9);
        assertEquals(0.500, TextMetrics.width("\u00ff", 1, false), 1e-9);
    }

    @Test
    void countsCharactersItDoesNotKnowAsOneEm() {
        assertEquals(2, TextMetrics.width("\ud83d\ude80\u4e2d", 1, false), 1e-9);
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
