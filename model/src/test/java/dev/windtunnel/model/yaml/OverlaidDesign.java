package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shipped design with a part laid over it, key by key. */
final class OverlaidDesign {

    private OverlaidDesign() {}

    /** Reads {@code scenarios/innovate-inc/architecture.yaml} with a test resource over it. */
    static Architecture read(String resource) {
        Problems problems = new Problems();
        InputFiles files = new InputFiles(problems);
        YamlNode shipped = tree(files, Path.of("..", "scenarios", "innovate-inc", "architecture.yaml"));
        YamlNode part = tree(files, Path.of("src", "test", "resources", resource));
        Architecture architecture = ArchitectureReader.bind(
                        overlaid(shipped, part), KnownNames.of(Catalog.embedded()), problems)
                .orElse(null);
        problems.throwIfAny();
        return Objects.requireNonNull(architecture);
    }

    private static YamlNode tree(InputFiles files, Path file) {
        return files.tree(file, Position.of(file.toString()), "").orElseThrow();
    }

    private static YamlNode overlaid(YamlNode below, YamlNode above) {
        if (!(below instanceof Mapping under) || !(above instanceof Mapping over)) {
            return above;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        under.entries().forEach(entry -> entries.put(entry.key(), entry));
        for (Entry entry : over.entries()) {
            Entry former = entries.get(entry.key());
            entries.put(
                    entry.key(),
                    former == null
                            ? entry
                            : new Entry(entry.key(), entry.keyPosition(), overlaid(former.value(), entry.value())));
        }
        return new Mapping(under.position(), List.copyOf(entries.values()));
    }
}
