package dev.windtunnel.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code windtunnel run}: one scenario, from the file to the report folder. */
@Command(
        name = "run",
        description = "Simulates a scenario, prints one screen and writes the report folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel run scenarios/innovate-inc/launch-day.yaml",
            "  windtunnel run launch-day.yaml --set workloads.backend.replicas.min=6 --out reports/six-pods",
            "  windtunnel run launch-day.yaml --seed 42 --quiet --format json > verdict.json",
            "",
            "Exit codes: 0 as expected, 99 an objective was missed, 2 the input is wrong,",
            "1 a fault of Windtunnel's own, 130 stopped."
        })
final class RunCommand implements Callable<Integer> {

    /** Who reads the answer. */
    enum Format {
        /** A person. */
        text,
        /** A program. */
        json
    }

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file (YAML).")
    private Path scenario = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the report; by default reports/ and the scenario file's name.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Puts a value in place of one in the files; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed in place of the scenario's own.")
    private @Nullable Long seed;

    @Option(names = "--quiet", description = "No progress and no figures about the run itself.")
    private boolean isQuiet;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "For people (text, the default) or machines (json).")
    private Format format = Format.text;

    @Option(names = "--no-color", description = "No colors, as with NO_COLOR in the environment.")
    private boolean isPlain;

    @Option(names = "--debug", description = "With the stack trace if Windtunnel itself fails.")
    private boolean isDebug;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Simulation simulation;
    private final Console console;
    private final StopSwitch stop;
    private final LongSupplier nanoClock;

    RunCommand(Simulation simulation, Console console, StopSwitch stop, LongSupplier nanoClock) {
        this.simulation = simulation;
        this.console = console;
        this.stop = stop;
        this.nanoClock = nanoClock;
    }

    /** Whether a fault of ours is told with its stack trace. */
    boolean isDebug() {
        return isDebug;
    }

    /** Runs and returns the exit code. */
    @Override
    public Integer call() {
        Simulation.Request request = new Simulation.Request(scenario, checked(overrides, spec), seed);
        Path folder = out == null ? Path.of("reports", stem(scenario)) : out;
        stop.runBegins();
        try {
            return simulate(request, folder);
        } finally {
            stop.runEnded();
        }
    }

    private int simulate(Simulation.Request request, Path folder) {
        long startNanos = nanoClock.getAsLong();
        OutputFolder.check(folder);
        Optional<Simulation.Outcome> outcome = runWithProgress(request);
        if (outcome.isEmpty() || stop.getAsBoolean()) {
            console.err().println("Stopped. Nothing was written.");
            return ExitCode.STOPPED;
        }
        outcome.get().writeTo(folder);
        tell(outcome.get(), folder);
        if (!isQuiet) {
            console.err()
                    .println(Effort.measure(outcome.get().counts(), nanoClock.getAsLong() - startNanos)
                            .describe());
        }
        return outcome.get().isAsExpected() ? ExitCode.FINE : ExitCode.MISSED;
    }

    private Optional<Simulation.Outcome> runWithProgress(Simulation.Request request) {
        if (isQuiet || !console.isErrTerminal()) {
            return simulation.run(request, (_, _, _) -> {}, stop);
        }
        ProgressLine progress = new ProgressLine(console.err(), nanoClock);
        try {
            return simulation.run(request, progress, stop);
        } finally {
            progress.erase();
        }
    }

    private void tell(Simulation.Outcome outcome, Path folder) {
        switch (format) {
            case json -> console.out().print(outcome.json());
            case text -> {
                String report = folder.resolve("report.html").toString();
                console.out().print(outcome.screen(report, console.isOutColored() && !isPlain));
            }
        }
        console.out().flush();
    }

    /** What follows the path is the reader's to judge; that there is a path is a matter of the command line. */
    static List<String> checked(List<String> pairs, CommandSpec spec) {
        for (String pair : pairs) {
            if (pair.indexOf('=') <= 0) {
                throw new ParameterException(
                        spec.commandLine(),
                        "expected --set PATH=VALUE, such as workloads.backend.replicas.min=6, found '" + pair + "'");
            }
        }
        return pairs;
    }

    /** {@code scenarios/launch-day.yaml} gives {@code launch-day}. */
    static String stem(Path scenario) {
        Path file = scenario.getFileName();
        String name = file == null ? "" : file.toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isEmpty() ? "scenario" : stem;
    }
}
