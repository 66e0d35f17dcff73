package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.yaml.YamlNode.Mapping;

/** Writes an architecture as YAML that reads as an equal one; what equals its default is not written. */
public final class ArchitectureWriter {

    private ArchitectureWriter() {}

    /** The text of the file. What it names, such as other files, it names as before. */
    public static String write(Architecture architecture) {
        return YamlText.print((Mapping) RecordTree.of(Architecture.class, architecture));
    }
}
