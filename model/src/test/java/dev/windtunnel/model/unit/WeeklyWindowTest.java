package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyWindowTest {

    @ParameterizedTest
    @ValueSource(strings = {"sun:03:00-sun:05:00", "sun:23:00-mon:01:30", "sat:00:00-sat:04:00 America/New_York"})
    void readsWhatItPrints(String text) {
        assertEquals(text, WeeklyWindow.parse(text).toString());
    }

    @Test
    void lastsOverTheEndOfTheWeek() {
        assertEquals(
                Duration.ofMinutes(150),
                WeeklyWindow.parse("Sun:23:00-Mon:01:30").length());
    }

    @Test
    void followsTheClocksOfItsZoneThroughSummerTime() {
        WeeklyWindow newYork = WeeklyWindow.parse("sun:03:00-sun:05:00 America/New_York");

        assertTrue(newYork.contains(Instant.parse("2026-01-04T08:00:00Z")));
        assertFalse(newYork.contains(Instant.parse("2026-07-05T09:00:00Z")));
        assertTrue(newYork.contains(Instant.parse("2026-07-05T07:00:00Z")));
    }

    @Test
    void endsBeforeItsLastMinuteIsOver() {
        WeeklyWindow window = WeeklyWindow.parse("sun:03:00-sun:05:00");

        assertTrue(window.contains(Instant.parse("2026-01-04T04:59:59Z")));
        assertFalse(window.contains(Instant.parse("2026-01-04T05:00:00Z")));
    }

    @Test
    void overlapsAWindowOfAnotherZoneByTheOffsetOfTheSeason() {
        WeeklyWindow utc = WeeklyWindow.parse("sun:08:00-sun:08:30");
        WeeklyWindow newYork = WeeklyWindow.parse("sun:03:00-sun:04:00 America/New_York");

        assertTrue(newYork.overlaps(utc, LocalDate.of(2026, 1, 4)));
        assertFalse(newYork.overlaps(utc, LocalDate.of(2026, 7, 5)));
        assertTrue(utc.overlaps(newYork, LocalDate.of(2026, 1, 4)));
    }

    @Test
    void onlyTouchingIsNoOverlap() {
        WeeklyWindow first = WeeklyWindow.parse("sun:22:00-mon:00:00");
        WeeklyWindow second = WeeklyWindow.parse("mon:00:00-mon:01:00");

        assertFalse(first.overlaps(second, LocalDate.of(2026, 1, 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sun:03:00",
                "sun:3:00-sun:05:00",
                "sun:24:00-mon:01:00",
                "son:03:00-sun:05:00",
                "sun:03:00-sun:05:00 Berlin",
                "sun:03:00-sun:03:00"
            })
    void refusesWhatIsNoWindow(String text) {
        assertThrows(IllegalArgumentException.class, () -> WeeklyWindow.parse(text));
    }
}
