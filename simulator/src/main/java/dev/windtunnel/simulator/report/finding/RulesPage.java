package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.RuleFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The design rules as a page of Markdown: a table for each room. */
public final class RulesPage {

    private static final String HEAD = """
            # Design rules

            Made from the rules by a test; `./mvnw -pl model,simulator -am test -Dtest=RulesPageTest -Dgolden=write` makes it anew.
            `windtunnel rules` prints the same.

            `windtunnel check ARCHITECTURE` asks these rules. Each finding stands at its line with what was found and what was expected.
            The severity is the usual one; a rule may take a case more or less seriously. Rows (S..) are those of the reference
            design, see [coverage](coverage.md); sources are facts of the sheets that the rules were written from, or publications.

            A finding that stays is accepted in the file, with a reason that every report repeats:

            ```yaml
            suppress:
              - { rule: R-NET-06, at: environments.stage.vpc, because: stage may lose its egress with a zone }
            ```

            """;

    private RulesPage() {}

    /** The whole page. */
    public static String write(List<DesignRule> rules) {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, List<DesignRule>> rooms =
                rules.stream().collect(Collectors.groupingBy(RulesPage::room, TreeMap::new, Collectors.toList()));
        rooms.forEach((room, held) -> {
            page.append("## ").append(title(room)).append("\n\n");
            page.append("| Rule | Severity | Why | What to change | Rows | Source |\n|---|---|---|---|---|---|\n");
            held.forEach(rule -> row(page, rule.facts()));
            page.append('\n');
        });
        return page.toString().stripTrailing() + "\n";
    }

    private static void row(StringBuilder page, RuleFacts facts) {
        List<String> cells = List.of(
                facts.id(),
                Words.of(facts.severity()),
                facts.why(),
                facts.change(),
                String.join(" ", facts.rows()),
                facts.source());
        page.append("| ")
                .append(cells.stream().map(RulesPage::cell).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** A rule stands in the package of what it judges. */
    private static String room(DesignRule rule) {
        String name = rule.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String title(String room) {
        return room.substring(0, 1).toUpperCase(Locale.ROOT) + room.substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }
}
