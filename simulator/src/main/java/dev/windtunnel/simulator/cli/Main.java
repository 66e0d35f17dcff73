package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.simulator.trial.Trial;
import java.time.Duration;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code windtunnel COMMAND}. */
@Command(
        name = "windtunnel",
        description = "Puts a cloud architecture into the wind before anyone pays for it.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {
            "  windtunnel run scenarios/innovate-inc/launch-day.yaml",
            "",
            "'windtunnel COMMAND --help' tells more."
        })
public final class Main {

    /** How long Ctrl-C waits for a run to end: it looks for the wish every few thousand events. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StopSwitch stop = new StopSwitch();
        // Java leaves with 130 after SIGINT by itself, once its shutdown hooks have ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.stop(PATIENCE), "stop"));
        System.exit(execute(arguments, new ScenarioSimulation(), Console.ofProcess(), stop, System::nanoTime));
    }

    /**
     * Runs a command line and returns the exit code; prints what is wrong, throws nothing.
     *
     * @param nanoClock monotonic, any origin
     */
    static int execute(
            String[] arguments, Simulation simulation, Console console, StopSwitch stop, LongSupplier nanoClock) {
        RunCommand run = new RunCommand(simulation, console, stop, nanoClock);
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(run)
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new RulesCommand(console))
                .addSubcommand(new VerifyCommand(console, stop))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(new DiagramCommand(console))
                .addSubcommand(new DesktopCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.isOutColored() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((wrong, _) -> usage(wrong, console))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, run.isDebug(), console));
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError exhausted) {
            return outOfMemory(console);
        } catch (Error ours) {
            return ourFault(ours, run.isDebug(), console);
        }
    }

    private static int usage(ParameterException wrong, Console console) {
        console.err().println("windtunnel: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, console.err());
        console.err().println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception failure, boolean isDebug, Console console) {
        return failure instanceof InputRejected rejected
                ? rejected(rejected, console)
                : ourFault(failure, isDebug, console);
    }

    private static int rejected(InputRejected rejected, Console console) {
        for (Problem problem : rejected.problems()) {
            console.err().println(problem.print());
        }
        int count = rejected.problems().size();
        console.err().println((count == 1 ? "1 problem" : count + " problems") + ". Nothing was written.");
        return ExitCode.BAD_INPUT;
    }

    private static int ourFault(Throwable fault, boolean isDebug, Console console) {
        console.err().println("Windtunnel failed; this is its own fault, not your input's.");
        console.err().println(fault);
        if (isDebug) {
            fault.printStackTrace(console.err());
        } else {
            console.err()
                    .println("Maybe it helps to run the same command with --debug and to send what it prints, with the"
                            + " scenario, to those who maintain Windtunnel.");
        }
        return ExitCode.OUR_FAULT;
    }

    private static int outOfMemory(Console console) {
        console.err()
                .println("Windtunnel ran out of memory with a heap of at most "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB.");
        console.err()
                .println("Maybe give it more: WINDTUNNEL_JAVA_OPTS=-Xmx2g windtunnel run ...; a run's memory does not"
                        + " grow with its requests, so please report the scenario.");
        return ExitCode.OUR_FAULT;
    }

    /** The version in the jar's manifest. */
    static String version() {
        return Trial.version();
    }

    /** The version in the jar's manifest, and the Java that runs it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"windtunnel " + version() + ", Java " + Runtime.version()};
        }
    }
}
