package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.rule.book.DesignRules;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.SourcedArchitecture;
import dev.windtunnel.simulator.report.finding.FindingsJson;
import dev.windtunnel.simulator.report.finding.FindingsText;
import dev.windtunnel.simulator.report.finding.Sarif;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windtunnel check}: the design rules. */
@Command(
        name = "check",
        description = "Asks the design rules what they object to in an architecture.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel check scenarios/innovate-inc/architecture.yaml",
            "  windtunnel check my.yaml --format sarif --out findings.sarif --fail-on warning",
            "  windtunnel rules",
            "",
            "A finding stays, with its reason, if the YAML says so:",
            "  suppress: [{rule: R-NET-06, at: environments.stage, because: stage may lose its egress}]",
            "",
            "Exit codes: 0 nothing of the severity of --fail-on is open, 99 something is, 2 the input is wrong,",
            "1 a fault of Windtunnel's own."
        })
final class CheckCommand implements Callable<Integer> {

    /** How findings are printed. */
    enum Format {
        text,
        json,
        sarif
    }

    /** What makes the check fail. */
    enum FailOn {
        error(Severity.ERROR),
        warning(Severity.WARNING),
        advice(Severity.ADVICE),
        never(null);

        private final @Nullable Severity severity;

        FailOn(@Nullable Severity severity) {
            this.severity = severity;
        }
    }

    @Parameters(index = "0", paramLabel = "ARCHITECTURE", description = "The YAML file of the design.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 99 if a finding is at least so grave: ${COMPLETION-CANDIDATES} (default"
                    + " ${DEFAULT-VALUE}).")
    private FailOn failOn = FailOn.error;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes there instead of on the screen.")
    private @Nullable Path out;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    /** Checks and returns the exit code. */
    @Override
    public Integer call() {
        Catalog catalog = Catalog.embedded();
        SourcedArchitecture loaded = ArchitectureReader.readSourced(file, KnownNames.of(catalog));
        List<DesignRule> rules = DesignRules.all();
        Check.Outcome outcome = Check.of(new Design(loaded.architecture(), catalog), rules, loaded.sources()::position);
        String text =
                switch (format) {
                    case text -> text(outcome, rules);
                    case json -> FindingsJson.print(outcome);
                    case sarif -> Sarif.print(outcome, rules, Main.version());
                };
        if (out == null) {
            console.out().print(text);
            console.out().flush();
        } else {
            OutputFile.write(out, text);
        }
        return failOn.severity != null && outcome.fails(failOn.severity) ? ExitCode.MISSED : ExitCode.FINE;
    }

    /** Colored only where a person reads it. */
    private String text(Check.Outcome outcome, List<DesignRule> rules) {
        return String.join("\n", FindingsText.lines(outcome, rules, out == null && console.isOutColored())) + "\n";
    }
}
