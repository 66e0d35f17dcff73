package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as an editor judges it by a schema: aliases and merge keys resolved by a YAML library, not by ours. */
final class EditorsView {

    private static final ObjectMapper SCALARS = new ObjectMapper(new YAMLFactory());

    private EditorsView() {}

    static JsonNode of(String yaml) {
        return json(new Yaml().compose(new StringReader(yaml)));
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(element -> array.add(json(element)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("no JSON for " + node);
        };
    }

    private static ObjectNode mapping(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple pair : mapping.getValue()) {
            if (key(pair).equals("<<")) {
                List<Node> merged = pair.getValueNode() instanceof SequenceNode several
                        ? several.getValue()
                        : List.of(pair.getValueNode());
                merged.forEach(one ->
                        json(one).properties().forEach(each -> object.putIfAbsent(each.getKey(), each.getValue())));
            }
        }
        mapping.getValue().stream()
                .filter(pair -> !key(pair).equals("<<"))
                .forEach(pair -> object.set(key(pair), json(pair.getValueNode())));
        return object;
    }

    private static String key(NodeTuple pair) {
        return ((ScalarNode) pair.getKeyNode()).getValue();
    }

    private static JsonNode scalar(ScalarNode scalar) {
        try {
            return scalar.getScalarStyle() == ScalarStyle.PLAIN
                    ? SCALARS.readTree(scalar.getValue())
                    : TextNode.valueOf(scalar.getValue());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
