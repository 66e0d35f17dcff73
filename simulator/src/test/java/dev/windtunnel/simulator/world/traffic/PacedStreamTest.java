package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.kernel.Tournament;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A set rate, from the words of a scenario to instants. */
class PacedStreamTest {

    private static List<Long> times(String traffic) {
        Path here = Path.of("scenarios/minimal/scenario.yaml");
        Path scenario = Files.isRegularFile(here) ? here : Path.of("..").resolve(here);
        Catalog catalog = Catalog.embedded();
        CompiledScenario compiled = ScenarioCompiler.compile(
                ScenarioReader.read(scenario, List.of("traffic=" + traffic, "duration=1m"), KnownNames.of(catalog)),
                catalog);
        ArrivalStream stream = ArrivalStream.of(compiled);
        List<Long> times = new java.util.ArrayList<>();
        while (stream.nextTime() != Tournament.NEVER) {
            times.add(stream.nextTime());
            stream.take();
        }
        return times;
    }

    @Test
    void keepsEvenGapsAtASteadyRate() {
        List<Long> times = times("{rate: {stages: [{duration: 10s, target: 4/s}], spacing: even}}");

        assertEquals(240, times.size());
        for (int i = 0; i < times.size(); i++) {
            assertEquals(125_000_000.0 + i * 250_000_000.0, times.get(i).doubleValue(), 2);
        }
    }

    @Test
    void ramps() {
        List<Long> times = times("{rate: {startRate: 0/s, stages: [{duration: 60s, target: 20/s}], spacing: even}}");

        assertEquals(600, times.size());
        assertEquals(150, times.stream().filter(time -> time < 30_000_000_000L).count());
    }

    @Test
    void stopsWhereTheRateIsNothing() {
        List<Long> times = times(
                "{rate: {startRate: 8/s, stages: [{duration: 20s, target: 8/s}, {duration: 0s, target: 0/s}], spacing: even}}");

        assertEquals(160, times.size());
    }

    @Test
    void isAPoissonProcessUnlessToldOtherwise() {
        List<Long> times = times("{rate: {stages: [{duration: 10s, target: 400/s}]}}");

        // 24,000 exponential gaps: their coefficient of variation is 1 within 2 %.
        assertEquals(24_000.0, times.size(), 4 * 155.0);
        double mean = 60e9 / times.size();
        double squares = 0;
        for (int i = 1; i < times.size(); i++) {
            double gap = (double) (times.get(i) - times.get(i - 1));
            squares += gap * gap;
        }
        assertEquals(2, squares / times.size() / (mean * mean), 0.1);
    }
}
