package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "999|999", "1000|1,000", "-1234|-1,234", "49000000|49,000,000"})
    void groupsCountsByThousands(long count, String printed) {
        assertEquals(printed, Figures.count(count));
    }

    @ParameterizedTest
    @CsvSource({"0.998999, 99.899%", "0.999, 99.900%", "0.9999999, 99.999%", "1, 100.000%"})
    void neverRoundsAnAchievementUp(double share, String printed) {
        assertEquals(printed, Figures.achieved(share));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "420000, 0.420 ms",
        "4200000, 4.20 ms",
        "142400000, 142 ms",
        "999999999, 1000 ms",
        "1424000000, 1.42 s",
        "125400000000, 125 s"
    })
    void printsLatenciesWithThreeDigits(long nanos, String printed) {
        assertEquals(printed, Figures.latency(nanos));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234.565|$1,234.57", "0.648|$0.65", "0.00517|$0.00517", "0|$0.00", "0.0000213|$0.0000213"})
    void roundsMoneyToCentsUnlessItWouldVanish(String usd, String printed) {
        assertEquals(printed, Figures.money(Money.of(usd)));
    }

    @ParameterizedTest
    @CsvSource({"0.0132, $0.0132", "0.4, $0.40", "12.5, $12.50", "0.0000001, $0.00"})
    void printsPricesWithAllTheirDigits(String usd, String printed) {
        assertEquals(printed, Figures.price(Money.of(usd)));
    }

    @Test
    void printsQuantitiesWithoutNeedlessZeros() {
        assertEquals("72", Figures.quantity(new BigDecimal("72.000")));
        assertEquals("1,200", Figures.quantity(new BigDecimal("1.2E3")));
        assertEquals("311.483", Figures.quantity(new BigDecimal("311.482917")));
    }

    @Test
    void printsSecondsWithADecimalOnlyIfThereIsOne() {
        assertEquals("16 s", Figures.seconds(16));
        assertEquals("1.4 s", Figures.seconds(1.44));
        assertEquals("2,400 s", Figures.seconds(2400));
    }
}
