package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;

/** A tree of which every part stands at the same place: a value from the command line has no lines. */
final class Relocated {

    private Relocated() {}

    static YamlNode to(Position position, YamlNode node) {
        return switch (node) {
            case Mapping mapping ->
                new Mapping(
                        position,
                        mapping.entries().stream()
                                .map(entry -> new Entry(entry.key(), position, to(position, entry.value())))
                                .toList());
            case Sequence sequence ->
                new Sequence(
                        position,
                        sequence.elements().stream()
                                .map(element -> to(position, element))
                                .toList());
            case Scalar scalar -> new Scalar(position, scalar.text(), scalar.quoted());
            case Empty empty -> new Empty(position);
        };
    }
}
