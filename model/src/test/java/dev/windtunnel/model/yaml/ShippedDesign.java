package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import java.nio.file.Path;

/** The architectures that are shipped for the customer. */
final class ShippedDesign {

    private ShippedDesign() {}

    /** The customer as it is today. */
    static Architecture today() {
        return read("architecture.yaml");
    }

    private static Architecture read(String file) {
        return ArchitectureReader.read(
                Path.of("..", "scenarios", "innovate-inc", file), KnownNames.of(Catalog.embedded()));
    }
}
