package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.SecondOfArrivals;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.world.state.WorldState;

/** A plant under observation: runs until an instant, and says what has ended by then. */
final class PlantRun {

    static final long MILLI = 1_000_000L;
    static final long SECOND = PlantFixture.SECOND;

    private final PlantFixture fixture;
    final ExactPlant plant;
    final WorldState world;

    PlantRun(PlantFixture fixture) {
        this.fixture = fixture;
        PlantFixture.Running running = fixture.start();
        plant = running.plant();
        world = running.world();
    }

    /** As many requests in the first second, none later. */
    static PlantFixture burst(int requests) {
        PlantFixture fixture = new PlantFixture();
        fixture.arrivals = second -> second == 0 ? requests : 0;
        return fixture;
    }

    /** When the ordinal-th request of a second sets out. */
    long arrival(int second, int ordinal) {
        SecondOfArrivals arrivals = new SecondOfArrivals();
        arrivals.generate(Keys.named(fixture.seed, "arrivals/times"), second, fixture.arrivals.count(second));
        return second * SECOND + arrivals.offsetNanos(ordinal);
    }

    /** Runs through everything that happens up to and at the instant; returns how many requests have ended. */
    long endedAt(long nanos) {
        plant.advance(nanos + 1);
        return plant.ended();
    }

    /** Runs through everything that happens before the instant; returns how many requests have ended. */
    long endedBefore(long nanos) {
        plant.advance(nanos);
        return plant.ended();
    }

    /** Runs on until nothing is left to happen. */
    PlantRun toTheEnd() {
        plant.advance((fixture.horizonSeconds + 5000) * SECOND);
        plant.minutes();
        return this;
    }

    long arrived() {
        return plant.meters().arrivedInMinute;
    }

    int residents() {
        int residents = 0;
        for (int pod = 0; pod < fixture.pods; pod++) {
            residents += plant.residents(pod);
        }
        return residents;
    }

    /** What clients saw; only at the end. */
    ViewOutcome clients() {
        return plant.view(0, true);
    }

    /** What the load balancer logged; only at the end. */
    ViewOutcome balancer() {
        return plant.view(0, false);
    }
}
