package dev.windtunnel.desktop;

import dev.windtunnel.desktop.viewmodel.Experiment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.simulator.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Shipped scenarios as tests open them. */
public final class Shipped {

    /** A quarter of an hour of the launch day, with the zone lost in it for five minutes. */
    private static final List<String> QUARTER = List.of(
            "start=2026-11-27T09:25",
            "traffic.replay.from=1995-07-13T09:25:00-04:00",
            "duration=15m",
            "timeline.0.for=5m");

    private Shipped() {}

    /** A file below {@code scenarios}, found from the module or from the root. */
    public static Path scenario(String name) {
        Path here = Path.of("scenarios");
        return (here.toFile().isDirectory() ? here : Path.of("..", "scenarios")).resolve(name);
    }

    /** Fifteen minutes of the launch day. */
    public static Experiment.Source quarterOfLaunchDay(String... more) {
        List<String> overrides =
                Stream.concat(QUARTER.stream(), Stream.of(more)).toList();
        return () ->
                Experiment.of(Trial.prepare(scenario("innovate-inc/launch-day.yaml"), overrides, Catalog.embedded()));
    }

    /** All of the launch day. */
    public static Experiment.Source launchDay() {
        return () ->
                Experiment.of(Trial.prepare(scenario("innovate-inc/launch-day.yaml"), List.of(), Catalog.embedded()));
    }
}
