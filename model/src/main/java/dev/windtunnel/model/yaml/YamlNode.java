package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import java.util.List;
import java.util.Optional;

/**
 * A piece of YAML as it was written: keys in their order, scalars as raw text, everything with its place.
 *
 * <p>Scalars stay text because YAML 1.1 would read {@code 20:15} as 1215, {@code 010} as 8 and {@code no} as false; what a
 * scalar means is decided by the record component that takes it.
 */
sealed interface YamlNode {

    /** Where it begins. */
    Position position();

    /** What it is, for a sentence: "a list", "the text 'x'". */
    String describe();

    /** Keys and values, in the order of the file. */
    record Mapping(Position position, List<Entry> entries) implements YamlNode {

        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The entry of this key. */
        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        List<String> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        @Override
        public String describe() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping with " + Advice.list(keys());
        }
    }

    /** A key and its value. */
    record Entry(String key, Position keyPosition, YamlNode value) {}

    /** A list. */
    record Sequence(Position position, List<YamlNode> elements) implements YamlNode {

        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String describe() {
            return elements.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A value as it stands in the file, without its quotes. */
    record Scalar(Position position, String text, boolean quoted) implements YamlNode {

        @Override
        public String describe() {
            return "'" + Advice.shorten(text) + "'";
        }
    }

    /** Nothing, {@code ~} or {@code null}: the key stands there, its value does not. */
    record Empty(Position position) implements YamlNode {

        @Override
        public String describe() {
            return "nothing";
        }
    }
}
