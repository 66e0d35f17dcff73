package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of distribution in a file: read whole inside braces, and refused where it stands. */
final class DistributionPositionTest {

    private static final String PLACE = "cpu: lognormal(mean 8ms, cv 0.6)";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String cpu) {
        return Draft.in(folder).architecture(PLACE, "cpu: " + cpu);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exponential(8ms)",
                "normal(mean 8ms, sd 2ms)",
                "lognormal(p50 5ms, p99 40ms)",
                "gamma(mean 8ms, cv 0.5)",
                "erlang(k 4, mean 8ms)",
                "hyperexponential(90% 5ms, 10% 80ms)",
                "pareto(min 2ms, max 2s, alpha 1.5)",
                "weibull(mean 8ms, shape 0.7)",
                "uniform(5ms, 60ms)",
                "triangular(6ms, 7ms, 12ms)",
                "empirical(5ms 70%, 20ms 25%, 1s 5%)",
                "empirical(5ms, 20ms, 1s)"
            })
    void isReadWholeInsideBraces(String text) {
        var endpoint = with(text).read().architecture().endpoints().getFirst();

        assertEquals(Distribution.parse(text), endpoint.cpu());
        assertEquals(2, endpoint.queries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exponential(0s)",
                "normal(mean 8ms, sd 0s)",
                "lognormal(mean 8ms, cv 0)",
                "lognormal(p50 5ms, p99 5ms)",
                "gamma(mean 8ms, cv -1)",
                "gamma(mean 8ms, cv NaN)",
                "erlang(k 0, mean 8ms)",
                "hyperexponential(90% 5ms, 20% 80ms)",
                "pareto(min 2s, max 2ms, alpha 1.5)",
                "pareto(min 2ms, max 2s, alpha 0)",
                "weibull(mean 8ms, shape 0)",
                "uniform(60ms, 5ms)",
                "triangular(6ms, 5ms, 12ms)",
                "empirical(5ms 70%, 20ms 20%)",
                "empirical(5ms 0)",
                "gauss(1s, 2s)"
            })
    void isRefusedWhereItStands(String text) {
        List<String> printed = with(text).printed();

        assertEquals(1, printed.size(), printed.toString());
        List<String> lines = printed.getFirst().lines().toList();
        assertTrue(lines.getFirst().contains("(at endpoints.list.cpu)"), lines.getFirst());
        String source = lines.get(lines.size() - 2);
        int column = lines.getLast().indexOf('^') - 4 + 1;
        assertEquals(source.indexOf(text), lines.getLast().indexOf('^'), printed.getFirst());
        assertTrue(lines.getFirst().startsWith("architecture.yaml:52:" + column + ": error: "), lines.getFirst());
    }

    @Test
    void tellsAllThatAreWrongAtOnce() {
        List<String> printed = with("gamma(mean 8ms, cv 0)")
                .architecture("cpu: 2ms", "cpu: erlang(k 0, mean 2ms)")
                .printed();

        assertEquals(2, printed.size(), printed.toString());
    }
}
