package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
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

/** From JSON (RFC 8259) to the positioned tree that YAML gives. Jackson bounds depth and number length. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SourceText source;
    private final JsonParser parser;

    private JsonTree(SourceText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * The file's only value.
     *
     * @throws InputRejected if it is not JSON
     */
    static YamlNode parse(SourceText source) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            return new JsonTree(source, parser).document();
        } catch (JacksonException syntax) {
            JsonLocation location = syntax.getLocation();
            Position position = location == null || location.getLineNr() < 1
                    ? Position.of(source.name())
                    : new Position(source.name(), location.getLineNr(), location.getColumnNr());
            String complaint = syntax.getOriginalMessage().lines().findFirst().orElse("the text cannot be parsed");
            throw refused(source, position, "not valid JSON: " + complaint);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading " + source.name() + " from memory", impossible);
        }
    }

    private YamlNode document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw refuse(Position.of(source.name()), "the file is empty");
        }
        YamlNode root = node(first);
        if (parser.nextToken() != null) {
            throw refuse(here(), "a file holds one JSON value, found a second one");
        }
        return root;
    }

    private YamlNode node(JsonToken token) throws IOException {
        Position position = here();
        return switch (token) {
            case START_OBJECT -> mapping(position);
            case START_ARRAY -> sequence(position);
            case VALUE_NULL -> new Empty(position);
            default -> new Scalar(position, parser.getText(), token == JsonToken.VALUE_STRING);
        };
    }

    private Mapping mapping(Position position) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Position keyPosition = here();
            String key = parser.currentName();
            entries.put(key, new Entry(key, keyPosition, node(parser.nextToken())));
        }
        return new Mapping(position, List.copyOf(entries.values()));
    }

    private Sequence sequence(Position position) throws IOException {
        List<YamlNode> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(node(token));
        }
        return new Sequence(position, elements);
    }

    private Position here() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(source.name(), location.getLineNr(), location.getColumnNr());
    }

    private InputRejected refuse(Position position, String message) {
        return refused(source, position, message);
    }

    private static InputRejected refused(SourceText source, Position position, String message) {
        return new InputRejected(new Problem(position, "", message, null, source.line(position.line())));
    }
}
