package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole designs, through the reader: those that are shipped and those that {@link LargeDesign} writes. */
final class Designs {

    private static final Path SCENARIOS =
            Files.isDirectory(Path.of("scenarios")) ? Path.of("scenarios") : Path.of("../scenarios");

    private Designs() {}

    /** The shipped customer. */
    static Architecture innovate() {
        return read(SCENARIOS.resolve("innovate-inc/architecture.yaml"));
    }

    /** The shipped customer with what it may have later. */
    static Architecture later() {
        return read(SCENARIOS.resolve("innovate-inc/later-architecture.yaml"));
    }

    /** A design that says nothing but what it must. */
    static Architecture minimal() {
        return read(SCENARIOS.resolve("minimal/architecture.yaml"));
    }

    /** About 300 components, each name with this text at its end. */
    static Architecture large(String odd) {
        return fromText(LargeDesign.yaml(odd));
    }

    /** The design that a text says. */
    static Architecture fromText(String yaml) {
        try {
            Path file = Files.createTempFile("design", ".yaml");
            try {
                Files.writeString(file, yaml);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    /** The text of the shipped customer, to be changed before it is read. */
    static String innovateText() {
        try {
            return Files.readString(SCENARIOS.resolve("innovate-inc/architecture.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Architecture read(Path file) {
        return ArchitectureReader.read(file, KnownNames.of(Catalog.embedded()));
    }

    /** The environment of this name. */
    static Environment environment(Architecture architecture, String name) {
        return architecture.environment(name).orElseThrow();
    }

    /** Every view of the shipped customer, of what it may become, and of the large design with plain and with awkward names. */
    static List<Diagram> everyView() {
        List<Diagram> diagrams = new ArrayList<>();
        Architecture innovate = innovate();
        innovate.environments().forEach(environment -> views(diagrams, innovate, environment));
        Architecture later = later();
        views(diagrams, later, environment(later, "prod"));
        Architecture minimal = minimal();
        views(diagrams, minimal, minimal.environments().getFirst());
        for (String odd : List.of("", Pictures.AWKWARD)) {
            Architecture large = large(odd);
            views(diagrams, large, environment(large, "prod" + odd));
        }
        return diagrams;
    }

    private static void views(List<Diagram> to, Architecture architecture, Environment environment) {
        for (View view : View.values()) {
            to.add(view.of(architecture, environment));
        }
    }
}
