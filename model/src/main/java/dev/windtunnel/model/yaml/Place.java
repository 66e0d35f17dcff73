package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree, whether or not something stands there. Checks between parts walk places, so that they work where
 * another part of the file is wrong, and know the position of what they object to.
 *
 * @param node what stands there; null if nothing does
 * @param position of the node, or of the nearest mapping around it
 * @param path the keys that lead there
 * @param name the last of them
 */
record Place(@Nullable YamlNode node, Position position, String path, String name) {

    static Place root(YamlNode node) {
        return new Place(node, node.position(), "", "");
    }

    /** The place under a key. */
    Place at(String key) {
        Optional<Entry> entry = node instanceof Mapping mapping ? mapping.entry(key) : Optional.empty();
        return entry.map(found -> new Place(found.value(), found.value().position(), child(key), key))
                .orElseGet(() -> new Place(null, position, child(key), key));
    }

    /** The values of a mapping by name, or the elements of a list by index. */
    List<Place> children() {
        if (node instanceof Mapping mapping) {
            // Not by at(), which searches: mappings of thousands of names are walked often.
            return mapping.entries().stream()
                    .map(entry -> new Place(entry.value(), entry.value().position(), child(entry.key()), entry.key()))
                    .toList();
        }
        List<Place> elements = new ArrayList<>();
        if (node instanceof Sequence sequence) {
            for (YamlNode element : sequence.elements()) {
                String index = Integer.toString(elements.size());
                elements.add(new Place(element, element.position(), child(index), index));
            }
        }
        return List.copyOf(elements);
    }

    /** The names of the children of a mapping. */
    List<String> names() {
        return node instanceof Mapping mapping ? mapping.keys() : List.of();
    }

    boolean isWritten() {
        return node != null && !(node instanceof YamlNode.Empty);
    }

    /** The text of a single value. */
    Optional<String> text() {
        return node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** The value, if it is there and can be read; where it cannot the binder has said so already. */
    <T> Optional<T> as(Function<String, T> reader) {
        try {
            return text().map(reader);
        } catch (IllegalArgumentException reportedByTheBinder) {
            return Optional.empty();
        }
    }

    /** The elements of a list that are single values. */
    List<Place> words() {
        return children().stream().filter(child -> child.text().isPresent()).toList();
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
