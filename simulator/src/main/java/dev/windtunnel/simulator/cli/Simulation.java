package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.simulator.result.EngineCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The way from a scenario file to what came of it; all that the command line knows of reader, engine and reports. */
interface Simulation {

    /**
     * Reads, runs, judges.
     *
     * @param progress told of the progress every few thousand events, on the calling thread
     * @param stopped asked as often; once it is true the run ends at once
     * @return what came of it, or nothing if it was stopped before its end
     * @throws InputRejected with every problem of the input
     */
    Optional<Outcome> run(Request request, Progress progress, BooleanSupplier stopped);

    /**
     * What is asked for.
     *
     * @param scenario the file as the user named it, relative to the current directory
     * @param overrides texts {@code path=value}, in the order given; of two for one path the later holds
     * @param seed in place of the scenario's own; null keeps that
     */
    record Request(
            Path scenario, List<String> overrides, @Nullable Long seed) {

        /** Copies. */
        public Request {
            overrides = List.copyOf(overrides);
        }
    }

    /** Hears how far the run is. */
    @FunctionalInterface
    interface Progress {

        /**
         * Called every few thousand events.
         *
         * @param simulatedNanos since the scenario's start
         * @param horizonNanos the scenario's duration
         * @param requests that have set out so far
         */
        void at(long simulatedNanos, long horizonNanos, long requests);
    }

    /** What came of a complete run, ready to be told. */
    interface Outcome {

        /** Whether each objective turned out as the scenario expects, and the budget, if judged, was kept. */
        boolean isAsExpected();

        /** What the engine did. */
        EngineCounts counts();

        /** One screen for people, ending with a line break; says where the report is; with ANSI colors if asked for. */
        String screen(String report, boolean colored);

        /** The verdict for machines: one JSON document, ending with a line break. */
        String json();

        /**
         * Writes the report, whole or not at all. The same run gives the same bytes.
         *
         * @param folder new, empty, or with an earlier report in it
         * @throws InputRejected if it cannot be written or holds something else
         */
        void writeTo(Path folder);
    }
}
