package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.MissingFile;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.YamlNode.Empty;
import dev.windtunnel.model.yaml.YamlNode.Entry;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import dev.windtunnel.model.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands, so that whoever reads it can say what is wrong and where. Every reading method
 * throws {@link InputRejected} if the value is missing or of another kind.
 */
public final class JsonValue {

    private final YamlNode node;
    private final String path;
    private final SourceText source;

    private JsonValue(YamlNode node, String path, SourceText source) {
        this.node = node;
        this.path = path;
        this.source = source;
    }

    /**
     * Reads a file of at most 2 MiB.
     *
     * @throws InputRejected if it cannot be read or is not JSON
     */
    public static JsonValue read(Path file) {
        String name = InputFiles.name(file);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InputRejected(MissingFile.problem(file, name, Position.of(name), ""));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(name, stream.readNBytes(SourceText.MAX_BYTES + 1));
        } catch (IOException unreadable) {
            throw new InputRejected(
                    Problem.at(Position.of(name), "", "the file cannot be read: " + unreadable.getMessage()));
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @param name the name in messages
     * @throws InputRejected if it is not JSON
     */
    public static JsonValue read(String name, byte[] bytes) {
        return read(name, bytes, SourceText.MAX_BYTES);
    }

    /** The same with another limit. */
    static JsonValue read(String name, byte[] bytes, int mostBytes) {
        SourceText source = SourceText.decode(name, bytes, mostBytes);
        return new JsonValue(JsonTree.parse(source), "", source);
    }

    /** Where it begins. */
    public Position position() {
        return node.position();
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node instanceof Mapping;
    }

    /** Whether it is a text in quotes. */
    public boolean isText() {
        return node instanceof Scalar scalar && scalar.quoted();
    }

    /** Whether it is an object with this key and something other than null behind it. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The keys of an object, in the order of the file. */
    public List<String> keys() {
        return mapping().keys();
    }

    /** What stands behind a key. */
    public JsonValue get(String key) {
        return find(key).orElseThrow(() -> rejected("'" + key + "' is missing", Advice.nearest(key, keys(), "keys")));
    }

    /** What stands behind a key, if it is there and not null. */
    public Optional<JsonValue> find(String key) {
        return mapping()
                .entry(key)
                .map(Entry::value)
                .filter(value -> !(value instanceof Empty))
                .map(value -> new JsonValue(value, path.isEmpty() ? key : path + "." + key, source));
    }

    /** The elements of a list. */
    public List<JsonValue> elements() {
        if (!(node instanceof Sequence sequence)) {
            throw expected("a list");
        }
        List<YamlNode> elements = sequence.elements();
        return IntStream.range(0, elements.size())
                .mapToObj(i -> new JsonValue(elements.get(i), path + "[" + i + "]", source))
                .toList();
    }

    /** A text in quotes. */
    public String text() {
        if (node instanceof Scalar scalar && scalar.quoted()) {
            return scalar.text();
        }
        throw expected("a text");
    }

    /** A finite number. */
    public double number() {
        if (node instanceof Scalar scalar && !scalar.quoted()) {
            try {
                double value = Double.parseDouble(scalar.text());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw expected("a number");
            }
        }
        throw expected("a number");
    }

    /** A number above 0. */
    public double positive() {
        double value = number();
        if (value <= 0) {
            throw expected("a number above 0");
        }
        return value;
    }

    /** A number from 0 to 1. */
    public double share() {
        double value = number();
        if (value < 0 || value > 1) {
            throw expected("a number from 0 to 1");
        }
        return value;
    }

    /** A whole number from {@code least} on. */
    public int whole(int least) {
        double value = number();
        if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
            throw expected("a whole number from " + least + " on");
        }
        return (int) value;
    }

    /** {@code true} or {@code false}. */
    public boolean truth() {
        if (node instanceof Scalar scalar && !scalar.quoted()) {
            if (scalar.text().equals("true") || scalar.text().equals("false")) {
                return scalar.text().equals("true");
            }
        }
        throw expected("true or false");
    }

    /** That something else was expected here. */
    public InputRejected expected(String what) {
        return rejected("expected " + what + ", found " + node.describe(), null);
    }

    /** That something is wrong here, and what to do about it. */
    public InputRejected rejected(String message, @Nullable String advice) {
        return new InputRejected(new Problem(
                position(), path, message, advice, source.line(position().line())));
    }

    private Mapping mapping() {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw expected("an object");
    }
}
