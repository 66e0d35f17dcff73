package dev.windtunnel.model.yaml;

import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts distributions together again that a flow mapping has cut at their commas.
 *
 * <p>{@code {cpu: lognormal(mean 7ms, cv 0.6), queries: 2}} is, to YAML, the keys {@code cpu}, {@code cv 0.6)} and
 * {@code queries}. Nobody means that: while a parenthesis is open in a plain value, entries without a value continue it.
 */
final class FlowCommas {

    private FlowCommas() {}

    static List<Entry> rejoin(List<Entry> entries) {
        List<Entry> joined = new ArrayList<>();
        for (Entry entry : entries) {
            Entry last = joined.isEmpty() ? null : joined.getLast();
            boolean continues = last != null
                    && last.value() instanceof Scalar open
                    && isOpen(open)
                    && entry.value() instanceof Empty;
            if (continues && last != null) {
                joined.set(
                        joined.size() - 1,
                        new Entry(last.key(), last.keyPosition(), append((Scalar) last.value(), entry.key())));
            } else {
                joined.add(entry);
            }
        }
        return joined;
    }

    static List<YamlNode> rejoinElements(List<YamlNode> elements) {
        List<YamlNode> joined = new ArrayList<>();
        for (YamlNode element : elements) {
            boolean continues = !joined.isEmpty()
                    && joined.getLast() instanceof Scalar open
                    && isOpen(open)
                    && element instanceof Scalar;
            if (continues) {
                joined.set(joined.size() - 1, append((Scalar) joined.getLast(), ((Scalar) element).text()));
            } else {
                joined.add(element);
            }
        }
        return joined;
    }

    private static boolean isOpen(Scalar scalar) {
        return !scalar.quoted()
                && scalar.text().lastIndexOf('(') > scalar.text().lastIndexOf(')');
    }

    private static Scalar append(Scalar open, String rest) {
        return new Scalar(open.position(), open.text() + ", " + rest, false);
    }
}
