package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */15 * * * *      | 2026-11-27T10:20 | 2026-11-27T10:30
                    0 3 * * sun       | 2026-11-27T10:20 | 2026-11-29T03:00
                    30 2 29 2 *       | 2026-11-27T10:20 | 2028-02-29T02:30
                    10/20 22-23 * * * | 2026-11-27T22:50 | 2026-11-27T23:10
                    0 0 13 * FRI      | 2026-11-27T10:20 | 2026-12-04T00:00
                    0 9 * * mon-fri   | 2026-11-27T09:00 | 2026-11-30T09:00
                    @daily            | 2026-12-31T00:00 | 2027-01-01T00:00
                    """)
    void comesNext(String schedule, LocalDateTime after, LocalDateTime next) {
        assertEquals(next, Schedule.parse(schedule.strip()).nextAfter(after));
        assertTrue(Schedule.parse(schedule.strip()).comesIn(next));
    }

    @Test
    void needsBothDayFieldsIfOneIsOpen() {
        Schedule weekdays = Schedule.parse("0 9 * * 1-5");

        assertFalse(weekdays.comesIn(LocalDateTime.parse("2026-11-29T09:00")));
    }

    @Test
    void keepsItsTextWithSingleSpaces() {
        assertEquals("0 3 * * 0", Schedule.parse(" 0  3 * *  0 ").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 * *",
                "60 * * * *",
                "0 24 * * *",
                "0 0 0 * *",
                "0 0 * 13 *",
                "0 0 * * 7",
                "5-1 * * * *",
                "*/0 * * * *",
                "@never",
                ""
            })
    void refusesWhatIsNoSchedule(String text) {
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
    }

    @Test
    void refusesADayThatNoMonthHas() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Schedule.parse("0 0 30 2 *"));

        assertEquals("the schedule '0 0 30 2 *' never comes: no month has such a day", refused.getMessage());
    }
}
