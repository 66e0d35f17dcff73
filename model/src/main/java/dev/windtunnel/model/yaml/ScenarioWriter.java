package dev.windtunnel.model.yaml;

import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.yaml.YamlNode.Mapping;

/** Writes a scenario as YAML that reads as an equal one; what equals its default is not written. */
public final class ScenarioWriter {

    private ScenarioWriter() {}

    /** The text of the file. What it names, such as other files, it names as before. */
    public static String write(Scenario scenario) {
        return YamlText.print((Mapping) RecordTree.of(Scenario.class, scenario));
    }
}
