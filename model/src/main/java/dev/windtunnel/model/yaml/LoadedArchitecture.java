package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.util.Optional;

/** An architecture that knows where each of its keys was written. */
public final class LoadedArchitecture {

    private final Architecture architecture;
    private final YamlNode root;

    LoadedArchitecture(Architecture architecture, YamlNode root) {
        this.architecture = architecture;
        this.root = root;
    }

    /** What the file says. */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * Where the keys of a path stand: the last key that is written, as far as the path is.
     *
     * @param path keys with full stops between them, {@code environments.prod.vpc.nat}; elements of lists by their index
     */
    public Position position(String path) {
        Position position = root.position();
        YamlNode node = root;
        String rest = path;
        while (!rest.isEmpty()) {
            String left = rest;
            if (node instanceof Mapping mapping) {
                Optional<Entry> entry = mapping.entries().stream()
                        .filter(each -> left.equals(each.key()) || left.startsWith(each.key() + "."))
                        .findFirst();
                if (entry.isEmpty()) {
                    return position;
                }
                position = entry.get().keyPosition();
                node = entry.get().value();
                rest = after(left, entry.get().key());
            } else if (node instanceof Sequence sequence) {
                String index = left.split("\\.", 2)[0];
                if (!index.matches("[0-9]{1,6}")
                        || Integer.parseInt(index) >= sequence.elements().size()) {
                    return position;
                }
                node = sequence.elements().get(Integer.parseInt(index));
                position = node.position();
                rest = after(left, index);
            } else {
                return position;
            }
        }
        return position;
    }

    private static String after(String path, String key) {
        return path.length() > key.length() ? path.substring(key.length() + 1) : "";
    }
}
