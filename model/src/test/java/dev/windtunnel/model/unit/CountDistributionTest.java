package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountDistributionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6; 6",
                "geometric(6); 6",
                "geometric(mean 4.75); 4.75",
                "lognormal(mean 6, cv 1.25); 6",
                "lognormal(median 2.69, sigma 0.97); 4.306",
                "empirical(1 37%, 2 20%, 8 43%); 4.21",
                "empirical(1 3, 5 1); 2",
                "empirical(2, 4); 3"
            })
    void knowsItsMean(String written, double mean) {
        assertEquals(mean, CountDistribution.parse(written).mean(), 0.001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6", "geometric(mean 4.75)", "lognormal(median 2.69, sigma 0.97)", "empirical(1 0.37, 2 0.63)"})
    void readsWhatItPrints(String written) {
        CountDistribution read = CountDistribution.parse(written);

        assertEquals(written, read.toString());
        assertEquals(read, CountDistribution.parse(read.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "six",
                "-1",
                "0",
                "10001",
                "1.5",
                "geometric()",
                "geometric(0.5)",
                "geometric(2",
                "lognormal(6)",
                "lognormal(mean 6, sigma 1)",
                "lognormal(mean 6, cv 0)",
                "lognormal(median 2, sigma 9)",
                "empirical()",
                "empirical(0 100%)",
                "empirical(1 50%, 2 1)",
                "empirical(1 -3)",
                "empirical(1 0)",
                "normal(3, 1)"
            })
    void refusesWhatIsNoCount(String written) {
        assertThrows(IllegalArgumentException.class, () -> CountDistribution.parse(written), written);
    }

    @Test
    void saysWhatIsPossible() {
        var refused = assertThrows(IllegalArgumentException.class, () -> CountDistribution.parse("poisson(3)"));

        assertTrue(String.valueOf(refused.getMessage()).contains("geometric(mean 6)"), refused.getMessage());
    }
}
