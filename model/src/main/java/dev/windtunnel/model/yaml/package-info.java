/**
 * Reads YAML into the model; the only room that knows Jackson and YAML.
 *
 * <p>The way of a file: bytes, text ({@code SourceText}), positioned tree ({@code YamlParser}, {@code YamlNode}), the files
 * it includes ({@code Includes}), environments that extend others ({@code Inheritance}), the command line's overrides ({@code Overrides}), records ({@code Binder}, which learns the format from the annotations in
 * {@code notation}), and checks between parts ({@code ArchitectureChecks}, {@code ScenarioChecks}). The checks read the
 * tree and not the records, so that a problem in one place hides none in another. {@code SourceMap} tells where a value came
 * from. The same shapes of records make the schemas ({@code SchemaWriter}), the manual ({@code FormatPage}) and the way back to
 * YAML ({@code RecordTree}, {@code YamlText}). Start with
 * {@link dev.windtunnel.model.yaml.ScenarioReader}.
 */
@NullMarked
package dev.windtunnel.model.yaml;

import org.jspecify.annotations.NullMarked;
