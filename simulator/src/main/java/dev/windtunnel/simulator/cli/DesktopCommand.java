package dev.windtunnel.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code windtunnel desktop}: a window onto one scenario. */
@Command(
        name = "desktop",
        description = "Opens a window onto a scenario: its picture, its run, the verdict and charts.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel desktop scenarios/innovate-inc/launch-day.yaml",
            "  windtunnel desktop launch-day.yaml --set workloads.backend.replicas.min=6",
            "",
            "Exit codes: 0 the window was closed, 2 no window can be opened here, 1 a fault of Windtunnel's own."
        })
final class DesktopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO", description = "Scenario file (YAML).")
    private Path scenario = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Puts a value in place of one in the files; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Console console;

    DesktopCommand(Console console) {
        this.console = console;
    }

    /** Opens the window, waits until it is closed and returns the exit code. */
    @Override
    public Integer call() {
        List<String> pairs = RunCommand.checked(overrides, spec);
        Optional<Window> window = ServiceLoader.load(Window.class).findFirst();
        Optional<String> refusal = window.isEmpty()
                ? Optional.of("this class path holds no window. Maybe start it with the launcher of the source folder:"
                        + " ./windtunnel desktop SCENARIO")
                : window.get().open(scenario, pairs);
        refusal.ifPresent(reason -> console.err().println("windtunnel desktop: " + reason));
        return refusal.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
    }
}
