package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final StringWriter terminal = new StringWriter();
    private long now = -5 * SECOND;
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), () -> now);

    private long drawings() {
        return terminal.toString().chars().filter(c -> c == '\r').count();
    }

    @Test
    void saysShareClockRateAndTimeLeft() {
        assertEquals(
                "[######--------------]  30%  07:12:00 of 24:00:00  1,000,000 requests/s  14 s left",
                ProgressLine.describe(DAY * 3 / 10, DAY, 6_000_000, 6 * SECOND));
    }

    @Test
    void promisesNothingBeforeTheFirstEvent() {
        assertEquals(
                "[--------------------]   0%  00:00:00 of 24:00:00  0 requests/s",
                ProgressLine.describe(0, DAY, 0, SECOND));
    }

    @Test
    void isDrawnAtMostTenTimesASecond() {
        for (int call = 0; call < 30_000; call++) {
            now += 100_000;
            line.at(call, DAY, call);
        }

        // Three seconds, nothing in the first half.
        assertEquals(26, drawings());
    }

    @Test
    void doesNotFlickerOnShortRuns() {
        now += SECOND * 49 / 100;
        line.at(DAY / 2, DAY, 100);
        line.erase();

        assertEquals("", terminal.toString());
    }

    @Test
    void wipesWhatALongerLineLeft() {
        now += SECOND;
        line.at(0, DAY, 1_000_000_000);
        int longer = terminal.toString().length() - 1;
        now += SECOND;
        line.at(0, DAY, 0);

        String second = terminal.toString().substring(longer + 1);
        assertEquals(longer + 1, second.length());
        assertEquals('\r', second.charAt(0));
    }

    @Test
    void leavesAnEmptyLineBehind() {
        now += SECOND;
        line.at(DAY / 2, DAY, 100);
        int drawn = terminal.toString().length() - 1;

        line.erase();

        assertEquals("\r" + " ".repeat(drawn) + "\r", terminal.toString().substring(drawn + 1));
    }
}
