package dev.windtunnel.model.yaml;

import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The merge key: {@code <<: *base} brings in the keys of another mapping; own keys win, then the earlier mapping. */
final class Merge {

    private static final String KEY = "<<";

    private Merge() {}

    static List<Entry> keys(List<Entry> entries, Problems problems) {
        if (entries.stream().noneMatch(entry -> entry.key().equals(KEY))) {
            return entries;
        }
        Map<String, Entry> merged = new LinkedHashMap<>();
        entries.stream().filter(entry -> !entry.key().equals(KEY)).forEach(entry -> merged.put(entry.key(), entry));
        for (Entry entry : entries) {
            if (!entry.key().equals(KEY)) {
                continue;
            }
            List<YamlNode> sources = entry.value() instanceof Sequence list ? list.elements() : List.of(entry.value());
            for (YamlNode source : sources) {
                if (source instanceof Mapping mapping) {
                    mapping.entries().forEach(inherited -> merged.putIfAbsent(inherited.key(), inherited));
                } else {
                    problems.add(source.position(), "", "<< takes a mapping such as *base, found " + source.describe());
                }
            }
        }
        return List.copyOf(merged.values());
    }
}
