/**
 * Reads YAML into the model; the only room that knows Jackson and YAML.
 *
 * <p>The way of a file: bytes, text ({@code SourceText}), positioned tree ({@code YamlParser}, {@code YamlNode}), the
 * command line's overrides ({@code Overrides}), records ({@code Binder}, which learns the format from the annotations in
 * {@code notation}), and checks between parts ({@code ArchitectureChecks}, {@code ScenarioChecks}). The checks read the
 * tree and not the records, so that a problem in one place hides none in another. Start with
 * {@link dev.windtunnel.model.yaml.ScenarioReader}.
 */
@NullMarked
package dev.windtunnel.model.yaml;

import org.jspecify.annotations.NullMarked;
