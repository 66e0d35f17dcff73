package dev.windtunnel.desktop.viewmodel;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.simulator.trial.Trial;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A scenario that was read and can be run: what a view model needs of a {@link Trial}. */
public interface Experiment {

    /** What was read. */
    LoadedScenario loaded();

    /** Runs it; see {@link Trial#run}. */
    Optional<Trial.Outcome> run(Trial.Progress progress, BooleanSupplier stopped);

    /** A trial as an experiment. */
    static Experiment of(Trial trial) {
        return new Experiment() {
            @Override
            public LoadedScenario loaded() {
                return trial.loaded();
            }

            @Override
            public Optional<Trial.Outcome> run(Trial.Progress progress, BooleanSupplier stopped) {
                return trial.run(progress, stopped);
            }
        };
    }

    /** Reads the files. */
    @FunctionalInterface
    interface Source {

        /**
         * Reads them.
         *
         * @throws InputRejected with every problem of the input
         */
        Experiment read();
    }
}
