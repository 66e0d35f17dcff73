package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.simulator.result.EngineCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A simulation that answers what a test wants, in place of reader, engine and reports. */
final class FakeDay implements Simulation {

    static final String SCREEN = "objectives met\n";
    static final String COLORED_SCREEN = "\u001B[32mobjectives met\u001B[0m\n";
    static final String JSON = "{\"met\":true}\n";

    final List<Request> requests = new ArrayList<>();
    private boolean isAsExpected = true;
    private @Nullable RuntimeException failure;
    private @Nullable Error error;
    private @Nullable InputRejected refusal;
    private @Nullable Runnable midway;

    FakeDay missing() {
        isAsExpected = false;
        return this;
    }

    FakeDay failingWith(RuntimeException exception) {
        failure = exception;
        return this;
    }

    FakeDay failingWith(Error exhausted) {
        error = exhausted;
        return this;
    }

    FakeDay failingToWriteWith(InputRejected exception) {
        refusal = exception;
        return this;
    }

    FakeDay doingMidway(Runnable action) {
        midway = action;
        return this;
    }

    @Override
    public Optional<Outcome> run(Request request, Progress progress, BooleanSupplier stopped) {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
        progress.at(1, 2, 500);
        if (midway != null) {
            midway.run();
        }
        return stopped.getAsBoolean() ? Optional.empty() : Optional.of(new Told(isAsExpected, refusal));
    }

    private record Told(boolean isAsExpected, @Nullable InputRejected refusal) implements Outcome {

        @Override
        public EngineCounts counts() {
            return new EngineCounts(1000, 5500);
        }

        @Override
        public String screen(String report, boolean colored) {
            return (colored ? COLORED_SCREEN : SCREEN) + "Report " + report + "\n";
        }

        @Override
        public String json() {
            return JSON;
        }

        @Override
        public void writeTo(Path folder) {
            if (refusal != null) {
                throw refusal;
            }
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("report.html"), "<html>");
                Files.writeString(folder.resolve(OutputFolder.MARK), JSON);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
