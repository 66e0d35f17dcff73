package dev.windtunnel.simulator.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityUnitsTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long GB = 1L << 30;

    @Test
    void billsTheDimensionThatNeedsMost() {
        LoadBalancerHour hour = hour(0, HOUR, 400 * 3600, 60_000 * 60, 18 * GB, 900 * 3600);

        CapacityUnits units = CapacityUnits.of(List.of(hour), 11);

        assertUnits("20", units);
        assertEquals("bound by active connections in 1 of 1 h", units.binding());
    }

    @Test
    void countsEachDimensionByItsOwnMeasure() {
        assertUnits("16", CapacityUnits.of(List.of(hour(0, HOUR, 400 * 3600, 0, 0, 0)), 11));
        assertUnits("20", CapacityUnits.of(List.of(hour(0, HOUR, 0, 60_000 * 60, 0, 0)), 11));
        assertUnits("18", CapacityUnits.of(List.of(hour(0, HOUR, 0, 0, 18 * GB, 0)), 11));
        assertUnits("0.9", CapacityUnits.of(List.of(hour(0, HOUR, 0, 0, 0, 900 * 3600)), 11));
    }

    @Test
    void evaluatesTenRulesWithoutCharge() {
        LoadBalancerHour hour = hour(0, HOUR, 0, 0, 0, 1000 * 3600);

        assertUnits("0", CapacityUnits.of(List.of(hour), 3));
        assertUnits("0", CapacityUnits.of(List.of(hour), 10));
        assertUnits("5", CapacityUnits.of(List.of(hour), 15));
    }

    @Test
    void billsAPartOfAnHourByWhatHappenedInIt() {
        LoadBalancerHour quarter = hour(0, HOUR / 4, 400 * 900, 0, 0, 0);

        assertUnits("4", CapacityUnits.of(List.of(quarter), 1), "16 units for a quarter of an hour");
    }

    @Test
    void takesTheMostOfEachHourNotOfTheDay() {
        List<LoadBalancerHour> hours = List.of(
                hour(0, HOUR, 90_000, 0, 0, 0),
                hour(1, HOUR, 0, 0, 3 * GB, 0),
                hour(2, HOUR, 0, 0, 2 * GB, 0),
                hour(3, HOUR, 0, 0, 0, 0));

        CapacityUnits units = CapacityUnits.of(hours, 1);

        assertUnits("6", units, "1 + 3 + 2, where the day's own totals would make 5");
        assertEquals("bound by processed bytes in 2 of 4 h, new connections in 1 of 4 h", units.binding());
    }

    @Test
    void isNothingWithoutLoad() {
        CapacityUnits units = CapacityUnits.of(List.of(hour(0, HOUR, 0, 0, 0, 0)), 1);

        assertUnits("0", units);
        assertEquals("no load", units.binding());
    }

    @Test
    void keepsSharesOfAUnitExact() {
        List<LoadBalancerHour> ninety = new ArrayList<>();
        for (int hour = 0; hour < 90; hour++) {
            ninety.add(hour(hour, HOUR, 1, 0, 0, 0));
        }

        CapacityUnits units = CapacityUnits.of(ninety, 1);

        assertUnits("0.001", units, "90 times 1/90000, which has no finite decimals");
    }

    private static LoadBalancerHour hour(
            int hour, long nanos, long connections, long connectionMinutes, long bytes, long requests) {
        return new LoadBalancerHour("prod", hour, nanos, connections, connectionMinutes, bytes, requests);
    }

    private static void assertUnits(String expected, CapacityUnits units) {
        assertUnits(expected, units, "LCU-hours");
    }

    private static void assertUnits(String expected, CapacityUnits units, String why) {
        assertEquals(0, new BigDecimal(expected).compareTo(units.quantity().units()), why + ": " + units);
    }
}
