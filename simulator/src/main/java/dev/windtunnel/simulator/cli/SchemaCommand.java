package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.yaml.SchemaWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code windtunnel schema}: what a file may hold, for editors and other tools. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a file that Windtunnel reads.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel schema architecture > architecture.schema.json",
            "",
            "An editor completes and checks a file whose first line names its schema:",
            "  # yaml-language-server: $schema=architecture.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "architecture, architecture-part (a file to be included) or scenario"
                    + " (default ${DEFAULT-VALUE}).")
    private String kind = "architecture";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    /** Prints and returns the exit code. */
    @Override
    public Integer call() {
        console.out().print(schema());
        console.out().flush();
        return ExitCode.FINE;
    }

    private String schema() {
        return switch (kind) {
            case "architecture" -> SchemaWriter.architecture();
            case "architecture-part" -> SchemaWriter.architecturePart();
            case "scenario" -> SchemaWriter.scenario();
            default ->
                throw new ParameterException(
                        spec.commandLine(), "expected architecture, architecture-part or scenario, found " + kind);
        };
    }
}
