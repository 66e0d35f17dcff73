package dev.windtunnel.simulator.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.rule.book.DesignRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of the rules is what the rules say. {@code -Dgolden=write} makes it anew. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "design-rules.md");

    @Test
    void isKeptInTheDocuments() throws IOException {
        String page = RulesPage.write(DesignRules.all());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }

        assertTrue(Files.isRegularFile(PAGE), PAGE + " is not there. Maybe write it with -Dgolden=write");
        assertEquals(Files.readString(PAGE), page, PAGE + " is old. Maybe write it with -Dgolden=write");
    }

    @Test
    void holdsEveryRuleOnce() {
        String page = RulesPage.write(DesignRules.all());

        DesignRules.all()
                .forEach(rule -> assertEquals(
                        2,
                        page.split("\n\\| " + rule.facts().id() + " \\|", -1).length,
                        rule.facts().id()));
    }
}
