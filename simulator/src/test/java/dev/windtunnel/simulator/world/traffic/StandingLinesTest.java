package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.CompiledScenario;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.compile.StationNetwork.Next;
import dev.windtunnel.simulator.compile.StationNetwork.Station;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recursion against the plant that simulates every event. */
class StandingLinesTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void agreesWithTheExactPlantToTheNanosecond(int seed) {
        CompiledScenario scenario = randomNetwork(seed, 60 * SECOND).compile(seed);
        ExactPlant exact = exact(scenario);

        StandingLines lines = new StandingLines(scenario);
        lines.advance(scenario.horizonNanos());

        assertTrue(lines.ended() > 1000, "seed " + seed + ": only " + lines.ended() + " customers left");
        assertEquals(exact.ended(), lines.ended(), "seed " + seed);
        assertEquals(exact.digest(), lines.digest(), "seed " + seed);
        assertEquals(exact.waitedNanos(), lines.waitedNanos(), "seed " + seed);
        assertTrue(exact.minutes().equals(lines.minutes()), "other minutes, seed " + seed);
        assertTrue(exact.view(0, true).equals(lines.view()), "another view, seed " + seed);
    }

    @Test
    void doesNotDependOnHowFarItAdvancesAtOnce() {
        CompiledScenario scenario = randomNetwork(5, 60 * SECOND).compile(5);
        StandingLines inOneGo = new StandingLines(scenario);
        StandingLines inSteps = new StandingLines(scenario);

        inOneGo.advance(scenario.horizonNanos());
        for (long now = 0; now <= scenario.horizonNanos(); now += 77_777_777) {
            inSteps.advance(Math.min(now, scenario.horizonNanos()));
        }
        inSteps.advance(scenario.horizonNanos());

        assertEquals(inOneGo.digest(), inSteps.digest());
        assertEquals(inOneGo.ended(), inSteps.ended());
    }

    @Test
    void refusesWhatMayChange() {
        StationNetwork impatient = network(
                List.of(new Station("a", 1, 2, 0, Station.ENDLESS, exponential(0.01), exponential(1), List.of())),
                SECOND + 1);
        StationNetwork sharing = network(
                List.of(new Station("a", 1, 4, 2, Station.ENDLESS, exponential(0.01), null, List.of())), SECOND + 1);
        StationNetwork givesUp = network(
                List.of(new Station("a", 1, 2, 0, Station.ENDLESS, exponential(0.01), null, List.of())), SECOND / 2);

        for (StationNetwork network : List.of(impatient, sharing, givesUp)) {
            CompiledScenario scenario = network.compile(1);

            assertFalse(StandingLines.fit(scenario));
            assertThrows(IllegalArgumentException.class, () -> new StandingLines(scenario));
        }
    }

    private static StationNetwork network(List<Station> stations, long clientTimeoutNanos) {
        return new StationNetwork(
                new StationNetwork.Renewal(exponential(0.01)),
                stations,
                CompiledBalancer.Routing.IN_TURNS,
                clientTimeoutNanos,
                SECOND);
    }

    /** One to four stations with one to thirty servers; customers skip some, and come back to some. */
    private static StationNetwork randomNetwork(int seed, long horizonNanos) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(4);
        double gap = 0.0005 + 0.004 * random.nextDouble();
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int servers = 1 + random.nextInt(30);
            // Some stations are overloaded, most are not.
            double mean = gap * servers * (0.3 + 0.8 * random.nextDouble());
            Distribution service = random.nextBoolean()
                    ? exponential(mean)
                    : new Distribution.LogNormal(mean, 0.5 + random.nextDouble());
            List<Next> next = new ArrayList<>();
            if (i + 1 < count) {
                double straight = random.nextBoolean() ? 1 : 0.6;
                next.add(new Next(i + 1, straight));
                if (straight < 1 && random.nextBoolean()) {
                    next.add(new Next(random.nextInt(i + 1), 0.2));
                }
            } else if (random.nextInt(3) == 0) {
                next.add(new Next(0, 0.1));
            }
            stations.add(new Station("station" + i, 1, servers, 0, Station.ENDLESS, service, null, next));
        }
        return new StationNetwork(
                new StationNetwork.Renewal(exponential(gap)),
                stations,
                CompiledBalancer.Routing.IN_TURNS,
                horizonNanos + 1,
                horizonNanos);
    }

    private static Distribution exponential(double mean) {
        return new Distribution.Exponential(mean);
    }

    private static ExactPlant exact(CompiledScenario scenario) {
        WorldState world = new WorldState(scenario);
        ExactPlant plant = new ExactPlant(scenario, world, true);
        for (int i = 0; i < scenario.workloads().size(); i++) {
            plant.nodeAdded(i, 2_000_000_000, 1);
            plant.podStarted(i, i, i, 0, 0);
            world.targets().register(i, i, 0);
            world.targets().setHealthy(0, i, i, true);
        }
        plant.advance(scenario.horizonNanos());
        return plant;
    }
}
