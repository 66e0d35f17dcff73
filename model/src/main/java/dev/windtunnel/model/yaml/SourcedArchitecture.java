package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;

/**
 * An architecture and where everything in it is written.
 *
 * @param architecture the design
 * @param sources positions by the paths of the architecture
 */
public record SourcedArchitecture(Architecture architecture, SourceMap sources) {}
