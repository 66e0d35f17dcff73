package dev.windtunnel.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SimulatedTimeTest {

    private static final String NEW_YORK = "America/New_York";
    private static final String BERLIN = "Europe/Berlin";

    private static SimulatedTime time(String start, String zone, Duration duration) {
        return SimulatedTime.of(LocalDateTime.parse(start), ZoneId.of(zone), duration);
    }

    private static Duration at(SimulatedTime time, String moment) {
        return Duration.ofNanos(time.nanosAt(Moment.parse(moment)));
    }

    private static Duration hours(int hours, int minutes) {
        return Duration.ofMinutes(hours * 60L + minutes);
    }

    @Nested
    final class OnAnOrdinaryDay {

        private final SimulatedTime time = time("2026-11-27T18:00", NEW_YORK, Duration.ofHours(24));

        @Test
        void countsAnOffsetFromTheStart() {
            assertEquals(hours(6, 15), at(time, "+6h15m"));
        }

        @Test
        void takesTheNextOccurrenceOfAClockTimeAtOrAfterTheStart() {
            assertEquals(Duration.ZERO, at(time, "18:00"));
            assertEquals(hours(2, 15), at(time, "20:15"));
            assertEquals(hours(23, 59), at(time, "17:59"));
        }

        @Test
        void endsBeforeTheMomentAtItsEnd() {
            assertTrue(time.objection(Moment.parse("+24h")).isPresent());
            assertTrue(time.objection(Moment.parse("+23h59m59s")).isEmpty());
            assertThrows(IllegalArgumentException.class, () -> time.nanosAt(Moment.parse("+25h")));
        }

        @Test
        void namesNanosecondsByTheWallClock() {
            assertEquals(
                    "2026-11-28T01:30-05:00[America/New_York]",
                    time.wallClockAt(hours(7, 30).toNanos()).toString());
        }
    }

    @Nested
    final class WhenClocksGoForward {

        @Test
        void hasADayOfTwentyThreeHours() {
            assertEquals(hours(22, 59), at(time("2026-03-08T00:00", NEW_YORK, Duration.ofHours(30)), "23:59"));
            assertEquals(hours(22, 59), at(time("2026-03-29T00:00", BERLIN, Duration.ofHours(30)), "23:59"));
        }

        @Test
        void lasts24HoursUntilOneOClockOfTheNextDay() {
            SimulatedTime time = time("2026-03-29T00:00", BERLIN, Duration.ofHours(24));

            assertEquals(
                    "2026-03-30T01:00+02:00[Europe/Berlin]",
                    time.wallClockAt(Duration.ofHours(24).toNanos()).toString());
        }

        @Test
        void refusesTheHourThatDoesNotOccur() {
            SimulatedTime time = time("2026-03-08T00:00", NEW_YORK, Duration.ofHours(24));

            assertEquals(hours(1, 59), at(time, "01:59"));
            assertEquals(hours(2, 0), at(time, "03:00"));
            assertEquals(
                    "02:30 does not exist on 2026-03-08 in America/New_York: clocks go from 02:00 to 03:00",
                    time.objection(Moment.parse("02:30")).orElseThrow());
        }

        @Test
        void findsTheHourOfTheNextDayWhenTheStartIsBehindTheGap() {
            SimulatedTime time = time("2026-03-08T04:00", NEW_YORK, Duration.ofHours(24));

            assertEquals(hours(22, 30), at(time, "02:30"));
        }

        @Test
        void refusesAStartThatDoesNotOccur() {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> time("2026-03-29T02:30", BERLIN, Duration.ofHours(1)));

            assertEquals(
                    "02:30 does not exist on 2026-03-29 in Europe/Berlin: clocks go from 02:00 to 03:00",
                    refused.getMessage());
        }
    }

    @Nested
    final class WhenClocksGoBack {

        @Test
        void hasADayOfTwentyFiveHours() {
            assertEquals(hours(24, 59), at(time("2026-11-01T00:00", NEW_YORK, Duration.ofHours(30)), "23:59"));
            assertEquals(hours(24, 59), at(time("2026-10-25T00:00", BERLIN, Duration.ofHours(30)), "23:59"));
        }

        @Test
        void takesTheFirstOfTwoOccurrences() {
            assertEquals(hours(1, 30), at(time("2026-11-01T00:00", NEW_YORK, Duration.ofHours(25)), "01:30"));
            assertEquals(hours(3, 0), at(time("2026-11-01T00:00", NEW_YORK, Duration.ofHours(25)), "02:00"));
        }

        @Test
        void startsAtTheFirstOfTwoOccurrences() {
            assertEquals(
                    "2026-11-01T01:30-04:00[America/New_York]",
                    time("2026-11-01T01:30", NEW_YORK, Duration.ofHours(1))
                            .start()
                            .toString());
        }

        @Test
        void takesTheSecondOccurrenceIfTheFirstLiesBeforeTheStart() {
            SimulatedTime time = time("2026-11-01T01:30", NEW_YORK, Duration.ofHours(25));

            assertEquals(hours(0, 45), at(time, "01:15"));
            assertEquals(hours(24, 29), at(time, "00:59"));
        }
    }
}
