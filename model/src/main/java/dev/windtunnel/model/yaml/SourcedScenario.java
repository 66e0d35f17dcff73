package dev.windtunnel.model.yaml;

import dev.windtunnel.model.scenario.LoadedScenario;

/**
 * A scenario, and where everything in it and in its architecture is written.
 *
 * @param loaded the scenario with what it refers to
 * @param scenarioSources positions by the paths of the scenario
 * @param architectureSources positions by the paths of the architecture
 */
public record SourcedScenario(LoadedScenario loaded, SourceMap scenarioSources, SourceMap architectureSources) {}
