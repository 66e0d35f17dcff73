package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledSessions;
import dev.windtunnel.simulator.compile.CompiledSessions.Content;
import dev.windtunnel.simulator.compile.CompiledSessions.Files;
import dev.windtunnel.simulator.compile.CompiledSessions.Mixed;
import dev.windtunnel.simulator.compile.CompiledSessions.Patience;
import dev.windtunnel.simulator.compile.CompiledSessions.Reload;
import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;

/** Sessions made by hand; defaults that stay out of the way. */
final class SessionFixture {

    static final long SECOND = PlantFixture.SECOND;

    CountTable pages = CountTable.geometric(5);
    double meanPages = 5;
    QuantileTable think = Quantiles.exponential(20.0 * SECOND);
    Content content = new Mixed(CountTable.fixed(4), 2, List.of(1.0));
    double meanCalls = 4;
    Files files = Files.NONE;
    Patience patience = Patience.ENDLESS;
    Reload reload = new Reload(0, Quantiles.fixed(0), 0);
    CountsBySecond begins = poisson(2);

    CompiledSessions sessions() {
        double requests = meanPages * meanCalls + files.first() + files.later() * (meanPages - 1);
        return new CompiledSessions(
                pages, think, content, files, patience, reload, meanPages, 20.0 * SECOND, List.of(requests));
    }

    Arrivals.Sessions arrivals() {
        return new Arrivals.Sessions(new Arrivals.Counted(begins), sessions());
    }

    /** A plant that such users come to. */
    PlantFixture plant() {
        PlantFixture fixture = new PlantFixture();
        fixture.source = arrivals();
        return fixture;
    }

    /** The stream alone. */
    SessionStream stream(long horizonSeconds) {
        PlantFixture fixture = plant();
        fixture.horizonSeconds = horizonSeconds;
        return (SessionStream) ArrivalStream.of(fixture.scenario());
    }

    /** A Poisson number each second, by inversion. */
    static CountsBySecond poisson(double mean) {
        return second -> {
            double left = Keys.unit(Keys.mix(99, second));
            double probability = Math.exp(-mean);
            int n = 0;
            while (left > probability && n < 1000) {
                left -= probability;
                probability *= mean / ++n;
            }
            return n;
        };
    }
}
