package dev.windtunnel.model.rule;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.rule.book.DesignRules;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.SourcedArchitecture;
import java.nio.file.Path;
import java.util.List;

/** What a rule of the book says of edits of the shipped customer, and of other designs that are shipped. */
public final class Judged {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private Judged() {}

    /** The rule with this id. */
    public static DesignRule rule(String id) {
        return DesignRules.all().stream()
                .filter(rule -> rule.facts().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What it finds in a design, {@code path: message}. */
    public static List<String> by(String id, Designs design) {
        return design.found(rule(id));
    }

    /** The lines that its findings point at, as they are written. */
    public static List<String> lines(String id, Designs design) {
        SourcedArchitecture read = design.read();
        return Check.of(
                        new Design(read.architecture(), Catalog.embedded()),
                        List.of(rule(id)),
                        read.sources()::position)
                .findings()
                .stream()
                .map(finding ->
                        String.valueOf(read.sources().line(finding.position())).strip())
                .toList();
    }

    /** What it finds in an architecture that was not written down. */
    public static List<String> by(String id, Architecture architecture) {
        Position nowhere = new Position("made.yaml", 1, 1);
        return Check.of(new Design(architecture, Catalog.embedded()), List.of(rule(id)), _ -> nowhere)
                .findings()
                .stream()
                .map(finding -> finding.path() + ": " + finding.message())
                .toList();
    }

    /** The smallest design that is shipped: one environment, one zone, no word of security. */
    public static Architecture minimal() {
        return read("minimal/architecture.yaml");
    }

    /** A design that is shipped, by its file below scenarios. */
    public static Architecture read(String file) {
        return ArchitectureReader.readSourced(SCENARIOS.resolve(file), KnownNames.of(Catalog.embedded()))
                .architecture();
    }

    /** The shipped customer, edited where dev differs from stage. */
    public static Designs dev(String piece, String by) {
        return Designs.shipped().after("  dev:\n    extends: stage", piece, by);
    }

    /** The shipped customer, edited where stage differs from prod. */
    public static Designs stage(String piece, String by) {
        return Designs.shipped().after("  stage:\n    extends: prod", piece, by);
    }

    /** The shipped customer, edited in prod, from which the others inherit. */
    public static Designs prod(String piece, String by) {
        return Designs.shipped().after("  prod:\n    account: prod", piece, by);
    }

    /** An architecture with another organization and other security services. */
    public static Architecture with(Architecture of, Organization organization, Security security) {
        return new Architecture(
                of.title(),
                of.region(),
                organization,
                of.environments(),
                of.endpoints(),
                of.externalServices(),
                of.caches(),
                security,
                of.dataProtection(),
                of.buckets(),
                of.delivery(),
                of.operations(),
                of.suppress());
    }
}
