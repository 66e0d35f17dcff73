/**
 * Reads YAML into the model; the only room that knows Jackson and YAML.
 *
 * <p>Positions, unknown keys and units are handled here, so that every problem names file, line and column. Start with {@code ScenarioReader}.
 */
@NullMarked
package dev.windtunnel.model.yaml;

import org.jspecify.annotations.NullMarked;
