package dev.windtunnel.model.rule;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.SourcedArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shipped customer, with pieces of its text replaced. */
public final class Designs {

    private static final Path SHIPPED = Path.of("..", "scenarios", "innovate-inc");

    private String text;

    private Designs(String text) {
        this.text = text;
    }

    /** As it is shipped. */
    public static Designs shipped() {
        try {
            return new Designs(Files.readString(SHIPPED.resolve("architecture.yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The smallest architecture that runs: one zone, one workload, and nothing said of the rest. */
    public static Designs minimal() {
        try {
            return new Designs(
                    Files.readString(SHIPPED.resolveSibling("minimal").resolve("architecture.yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Replaces the first of a piece, which must be there, behind another that is there too. */
    public Designs after(String mark, String piece, String by) {
        int from = text.indexOf(mark);
        int at = from < 0 ? -1 : text.indexOf(piece, from);
        if (at < 0) {
            throw new IllegalArgumentException("the design does not hold '" + piece + "' after '" + mark + "'");
        }
        text = text.substring(0, at) + by + text.substring(at + piece.length());
        return this;
    }

    /** Accepts nothing but this finding: {@code rule: R-NET-05, because: it is a drill}. */
    public Designs acceptingOnly(String suppression) {
        text = text.substring(0, text.indexOf("\nsuppress:")) + "\nsuppress: [{" + suppression + "}]\n";
        return this;
    }

    /** Adds lines at the end. */
    public Designs with(String lines) {
        text = text + "\n" + lines;
        return this;
    }

    /** Reads it; what it includes is found where it is shipped. */
    public SourcedArchitecture read() {
        try {
            Path file = Files.createTempFile(SHIPPED, "design", ".tmp.yaml");
            try {
                Files.writeString(file, text);
                return ArchitectureReader.readSourced(file, KnownNames.of(Catalog.embedded()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What a rule finds: its messages with their paths, {@code path: message}. */
    public List<String> found(DesignRule rule) {
        return outcome(rule).findings().stream()
                .map(finding -> finding.path() + ": " + finding.message())
                .toList();
    }

    /** What a rule finds in the environment named prod. */
    public List<String> foundInProd(DesignRule rule) {
        return found(rule).stream()
                .filter(each -> each.startsWith("environments.prod."))
                .toList();
    }

    /** What a check of only this rule comes to. */
    public Check.Outcome outcome(DesignRule rule) {
        SourcedArchitecture read = read();
        return Check.of(new Design(read.architecture(), Catalog.embedded()), List.of(rule), read.sources()::position);
    }
}
