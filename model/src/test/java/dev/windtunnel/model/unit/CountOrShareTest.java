package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountOrShareTest {

    @ParameterizedTest
    @CsvSource({"25%, 5, 2, 1", "25%, 4, 1, 1", "0%, 7, 0, 0", "100%, 7, 7, 7", "30%, 7, 3, 2", "2, 7, 2, 2"})
    void roundsAShareAsItsHolderWants(String text, int total, int up, int down) {
        CountOrShare parsed = CountOrShare.parse(text);

        assertEquals(up, parsed.roundedUp(total));
        assertEquals(down, parsed.roundedDown(total));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25%", "0%", "0", "17"})
    void readsWhatItPrints(String text) {
        assertEquals(text, CountOrShare.parse(text).toString());
    }

    @Test
    void tellsNoneFromNoShare() {
        assertEquals(false, CountOrShare.parse("0").equals(CountOrShare.parse("0%")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101%", "-1", "2.5%", "%", "", "two"})
    void refusesWhatIsNeither(String text) {
        assertThrows(IllegalArgumentException.class, () -> CountOrShare.parse(text));
    }
}
