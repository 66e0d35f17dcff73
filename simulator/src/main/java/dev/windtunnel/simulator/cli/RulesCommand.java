package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.problem.NearestName;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.book.DesignRules;
import dev.windtunnel.simulator.report.finding.FindingsJson;
import dev.windtunnel.simulator.report.finding.RulesPage;
import dev.windtunnel.simulator.report.finding.RulesText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code windtunnel rules}: what {@code windtunnel check} asks, and why. */
@Command(
        name = "rules",
        description = "Prints the design rules: id, severity, why, rows, source, and what to change.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  windtunnel rules R-NET-05 R-DB-01", "  windtunnel rules --format markdown > design-rules.md"})
final class RulesCommand implements Callable<Integer> {

    /** How rules are printed. */
    enum Format {
        text,
        json,
        markdown
    }

    @Parameters(index = "0..*", arity = "0..*", paramLabel = "ID", description = "Only these rules (default all).")
    private List<String> ids = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Console console;

    RulesCommand(Console console) {
        this.console = console;
    }

    /** Prints and returns the exit code. */
    @Override
    public Integer call() {
        List<DesignRule> rules = asked();
        console.out()
                .print(
                        switch (format) {
                            case text -> String.join("\n", RulesText.lines(rules, console.isOutColored())) + "\n";
                            case json -> FindingsJson.printRules(rules);
                            case markdown -> RulesPage.write(rules);
                        });
        console.out().flush();
        return ExitCode.FINE;
    }

    private List<DesignRule> asked() {
        List<String> known =
                DesignRules.all().stream().map(rule -> rule.facts().id()).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                List<String> nearest = NearestName.of(id, known, 2);
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no rule " + id
                                + (nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?"));
            }
        }
        return DesignRules.all().stream()
                .filter(rule -> ids.isEmpty() || ids.contains(rule.facts().id()))
                .toList();
    }
}
