package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.NearestName;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which keys of a mapping were asked for: what was never asked for is unknown, what was asked for in vain is missing. */
final class KeyUse {

    private final Mapping mapping;
    private final String path;
    private final Set<String> valid = new LinkedHashSet<>();
    private final List<RecordShape.Field> missing = new ArrayList<>();
    private boolean isOpen;

    KeyUse(Mapping mapping, String path) {
        this.mapping = mapping;
        this.path = path;
    }

    Mapping mapping() {
        return mapping;
    }

    String path() {
        return path;
    }

    /** The path of a key of this mapping. */
    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Asks for a key. */
    Optional<Entry> take(String key) {
        valid.add(key);
        return mapping.entry(key);
    }

    /** Notes that a key without a default was asked for in vain. */
    void miss(RecordShape.Field field) {
        missing.add(field);
    }

    /** Nothing is said of unknown keys: which are valid is itself unknown. */
    void leaveOpen() {
        isOpen = true;
    }

    /** Reports unknown and missing keys. A missing key that is there, but misspelled, is one problem and not two. */
    void report(Problems problems) {
        List<String> likelyMeant = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (isOpen || valid.contains(entry.key())) {
                continue;
            }
            likelyMeant.addAll(NearestName.of(entry.key(), valid, 1));
            problems.add(
                    entry.keyPosition(),
                    pathOf(Advice.shorten(entry.key())),
                    "unknown key '" + Advice.shorten(entry.key()) + "'",
                    Advice.nearest(entry.key(), valid, "keys"));
        }
        for (RecordShape.Field field : missing) {
            if (!likelyMeant.contains(field.key())) {
                problems.add(
                        mapping.position(),
                        path,
                        "missing key '" + field.key() + "'",
                        field.doc().isEmpty() ? null : "it says: " + field.doc());
            }
        }
    }
}
