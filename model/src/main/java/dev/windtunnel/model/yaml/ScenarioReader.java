package dev.windtunnel.model.yaml;

/** Placeholder until the reader lands. */
final class ScenarioReader {
    private ScenarioReader() {}
}
