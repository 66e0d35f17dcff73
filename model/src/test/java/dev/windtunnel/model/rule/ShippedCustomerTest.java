package dev.windtunnel.model.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.rule.book.DesignRules;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.SourcedArchitecture;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped customer, now and later: nothing is left to object to but what is true of the design and accepted in it. */
final class ShippedCustomerTest {

    @ParameterizedTest
    @ValueSource(strings = {"architecture.yaml", "later-architecture.yaml"})
    void keepsOnlyWhatItAccepts(String name) {
        Path file = Path.of("..", "scenarios", "innovate-inc", name);
        SourcedArchitecture read = ArchitectureReader.readSourced(file, KnownNames.of(Catalog.embedded()));

        Check.Outcome outcome = Check.of(
                new Design(read.architecture(), Catalog.embedded()), DesignRules.all(), read.sources()::position);

        assertEquals(List.of(), outcome.open());
        assertEquals(List.of(), outcome.unused());
        TreeSet<String> accepted = new TreeSet<>();
        outcome.findings().forEach(finding -> accepted.add(finding.rule().id()));
        assertEquals(List.of("R-CMP-04", "R-CMP-05", "R-NET-06"), List.copyOf(accepted));
    }
}
