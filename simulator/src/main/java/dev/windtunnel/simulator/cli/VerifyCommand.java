package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.simulator.verification.CaseOutcome;
import dev.windtunnel.simulator.verification.Verdict;
import dev.windtunnel.simulator.verification.Verification;
import dev.windtunnel.simulator.verification.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code windtunnel verify}: the engine against queueing theory. */
@Command(
        name = "verify",
        description = "Runs cases from queueing theory through the engine and compares.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel verify",
            "  windtunnel verify --cases my-cases --effort 1 --metrics",
            "  windtunnel verify --effort 1 --markdown docs/verification.md",
            "",
            "Each case is one line: its id, the metric that is nearest to failing, what was expected, what the",
            "engine gave, the 99.9 %% interval of that, the verdict. A metric outside its tolerance is tried on two",
            "new seeds; outside on all three fails.",
            "",
            "Exit codes: 0 nothing failed, 99 a case failed, 2 the input is wrong, 1 a fault of Windtunnel's",
            "own, 130 stopped."
        })
final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "Folder of JSON cases; by default those that come with Windtunnel.")
    private @Nullable Path cases;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all cases (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--effort",
            paramLabel = "X",
            description = "Share of the run length that each case's tolerances were set for; tolerances widen with the"
                    + " root of its inverse (default ${DEFAULT-VALUE}).")
    private double effort = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Cases that run at once; by default one for each processor. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--metrics", description = "A further line for each metric.")
    private boolean withMetrics;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also writes all of it as a Markdown page.")
    private @Nullable Path markdown;

    @Option(names = "--quiet", description = "No progress.")
    private boolean isQuiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Console console;
    private final StopSwitch stop;

    VerifyCommand(Console console, StopSwitch stop) {
        this.console = console;
        this.stop = stop;
    }

    /** Runs and returns the exit code. */
    @Override
    public Integer call() {
        if (!(effort > 0 && effort <= 1000)) {
            throw new ParameterException(
                    spec.commandLine(), "expected --effort above 0, at most 1000, found " + effort);
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "expected --threads of at least 1, found " + threads);
        }
        refuseUnwritable();
        Verification verification = Verification.read(cases);
        stop.runBegins();
        try {
            return verify(verification, new Verification.Settings(seed, effort, threads));
        } finally {
            stop.runEnded();
        }
    }

    private int verify(Verification verification, Verification.Settings settings) {
        boolean showsProgress = !isQuiet && console.isErrTerminal();
        AtomicInteger done = new AtomicInteger();
        List<CaseOutcome> outcomes = verification.run(
                settings,
                outcome -> {
                    tell(outcome, showsProgress);
                    if (showsProgress) {
                        console.err().print("\r" + done.incrementAndGet() + " of " + verification.size() + " cases");
                        console.err().flush();
                    }
                },
                stop);
        if (showsProgress) {
            erase();
        }
        if (stop.getAsBoolean()) {
            console.err().println("Stopped after " + outcomes.size() + " of " + verification.size() + " cases.");
            return ExitCode.STOPPED;
        }
        VerificationReport.unknown(outcomes).ifPresent(console.out()::println);
        console.out().println(VerificationReport.summary(outcomes));
        console.out().flush();
        if (markdown != null) {
            write(markdown, VerificationReport.markdown(outcomes, settings));
        }
        boolean failed = outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.FAILED);
        return failed ? ExitCode.MISSED : ExitCode.FINE;
    }

    /** Said before the cases run, not after minutes of work. */
    private void refuseUnwritable() {
        if (markdown == null) {
            return;
        }
        Path folder = markdown.toAbsolutePath().getParent();
        boolean isWritable = folder != null
                && Files.isDirectory(folder)
                && !Files.isDirectory(markdown)
                && Files.isWritable(Files.exists(markdown) ? markdown : folder);
        if (!isWritable) {
            throw new ParameterException(
                    spec.commandLine(), "expected --markdown to name a file that can be written, found " + markdown);
        }
    }

    private static void write(Path page, String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException unwritable) {
            throw new InputRejected(Problem.at(
                    Position.of(page.toString()), "", "the page cannot be written: " + unwritable.getMessage()));
        }
    }

    private void tell(CaseOutcome outcome, boolean showsProgress) {
        if (showsProgress) {
            erase();
        }
        console.out().println(outcome.line());
        if (withMetrics) {
            outcome.metricLines().forEach(console.out()::println);
        }
        console.out().flush();
    }

    private void erase() {
        console.err().print("\r" + " ".repeat(40) + "\r");
        console.err().flush();
    }
}
