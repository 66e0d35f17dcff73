package dev.windtunnel.model.compute.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionSupportTest {

    @Test
    void endsTwelveMonthsLaterWhereItIsPaidFor() {
        assertEquals(Optional.of(LocalDate.of(2026, 12, 2)), VersionSupport.standardEnds("1.34"));
        assertEquals(Optional.of(LocalDate.of(2027, 12, 2)), VersionSupport.extendedEnds("1.34"));
    }

    @Test
    void isNotKnownOfAVersionThatIsNotInTheCalendar() {
        assertEquals(Optional.empty(), VersionSupport.standardEnds("1.99"));
        assertEquals(Optional.empty(), VersionSupport.extendedEnds("2.0"));
    }
}
