package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From text to a positioned tree. Anchors, aliases and the merge key {@code <<} are understood; tags and second documents
 * are refused. Depth and the size after expanding aliases are bounded, so no file can exhaust the memory or the stack.
 */
final class YamlParser {

    private static final int MAX_DEPTH = 64;
    /** Values in a file after its aliases are expanded, and in all files that make one tree. */
    static final int MAX_NODES = 200_000;

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final SourceText source;
    private final Problems problems;
    private final YAMLParser parser;
    private final Map<String, Anchored> anchors = new LinkedHashMap<>();
    private int nodes;

    /** A node behind an anchor, and how many nodes it holds. */
    private record Anchored(YamlNode node, int size) {}

    private YamlParser(SourceText source, Problems problems, YAMLParser parser) {
        this.source = source;
        this.problems = problems;
        this.parser = parser;
    }

    /** The file's only document; empty if it cannot be read, with the problem reported. Duplicate keys are reported, the first counts. */
    static Optional<YamlNode> parse(SourceText source, Problems problems) {
        problems.quoteFrom(source);
        try (YAMLParser parser = FACTORY.createParser(source.text())) {
            return Optional.of(new YamlParser(source, problems, parser).document());
        } catch (JacksonException syntax) {
            problems.add(SyntaxError.problem(source, syntax));
        } catch (InputRejected refused) {
            refused.problems().forEach(problems::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading " + source.name() + " from memory", impossible);
        }
        return Optional.empty();
    }

    /** How many values a tree holds, itself included. */
    static int count(YamlNode node) {
        return switch (node) {
            case Mapping mapping ->
                1
                        + mapping.entries().stream()
                                .mapToInt(entry -> count(entry.value()))
                                .sum();
            case Sequence sequence ->
                1 + sequence.elements().stream().mapToInt(YamlParser::count).sum();
            case Scalar _, Empty _ -> 1;
        };
    }

    private YamlNode document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw refuse(Position.of(source.name()), "the file is empty");
        }
        YamlNode root = node(first, 0);
        if (root instanceof Empty) {
            throw refuse(Position.of(source.name()), "the file is empty");
        }
        if (parser.nextToken() != null) {
            throw refuse(here(), "a file holds one document, found a second one");
        }
        return root;
    }

    private YamlNode node(JsonToken token, int depth) throws IOException {
        Position position = here();
        if (depth > MAX_DEPTH) {
            throw refuse(position, "nested deeper than " + MAX_DEPTH + " levels");
        }
        count(position, 1);
        if (parser.isCurrentAlias()) {
            return aliased(position, parser.getText());
        }
        if (parser.getTypeId() != null) {
            throw refuse(
                    position, "tags such as !!" + parser.getTypeId() + " are not understood; write the plain value");
        }
        String anchor = parser.getObjectId() == null ? "" : String.valueOf(parser.getObjectId());
        int before = nodes;
        YamlNode node =
                switch (token) {
                    case START_OBJECT -> mapping(position, depth);
                    case START_ARRAY -> sequence(position, depth);
                    case VALUE_NULL -> new Empty(position);
                    default -> new Scalar(position, parser.getText(), isQuoted());
                };
        if (!anchor.isEmpty()) {
            anchors.put(anchor, new Anchored(node, nodes - before + 1));
        }
        return node;
    }

    private Mapping mapping(Position position, int depth) throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Position keyPosition = here();
            String key = parser.currentName();
            entries.add(new Entry(key, keyPosition, node(parser.nextToken(), depth + 1)));
        }
        return new Mapping(position, Merge.keys(withoutDuplicates(FlowCommas.rejoin(entries)), problems));
    }

    private Sequence sequence(Position position, int depth) throws IOException {
        List<YamlNode> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(node(token, depth + 1));
        }
        return new Sequence(position, FlowCommas.rejoinElements(elements));
    }

    private List<Entry> withoutDuplicates(List<Entry> entries) {
        Map<String, Entry> first = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Entry earlier = first.putIfAbsent(entry.key(), entry);
            if (earlier != null) {
                problems.add(
                        entry.keyPosition(),
                        "",
                        "key '" + Advice.shorten(entry.key()) + "' stands twice, first at line "
                                + earlier.keyPosition().line());
            }
        }
        return List.copyOf(first.values());
    }

    private YamlNode aliased(Position position, String name) {
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw refuse(position, "alias *" + name + " stands before its anchor &" + name + ", or inside it");
        }
        count(position, anchored.size());
        return anchored.node();
    }

    private void count(Position position, int more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw refuse(position, "the file has more than " + MAX_NODES + " values after its aliases are expanded");
        }
    }

    /** The source tells; Jackson does not. An anchor may stand before the quote. */
    private boolean isQuoted() {
        int at = (int) parser.currentTokenLocation().getCharOffset();
        String rest = at < 0 || at >= source.text().length()
                ? ""
                : source.text().substring(at, Math.min(at + 200, source.text().length()));
        rest = rest.startsWith("&") ? rest.replaceFirst("^&\\S+\\s+", "") : rest;
        return !rest.isEmpty() && "\"'|>".indexOf(rest.charAt(0)) >= 0;
    }

    private Position here() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(source.name(), location.getLineNr(), location.getColumnNr());
    }

    private static InputRejected refuse(Position position, String message) {
        return new InputRejected(Problem.at(position, "", message));
    }
}
