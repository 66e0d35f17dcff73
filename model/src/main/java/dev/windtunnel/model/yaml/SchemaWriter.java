package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.scenario.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Schemas (draft 2020-12) of what the reader takes, made from the records: keys, meanings, defaults, words. Editors
 * complete and check by them. They are never stricter than the reader; what holds between keys only the reader knows.
 */
public final class SchemaWriter {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private static final String PART = "Part of an architecture of Windtunnel, to be included";
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter.Indenter ONE_LINE = new DefaultPrettyPrinter.FixedSpaceIndenter();

    private SchemaWriter() {}

    /** Of an architecture file. */
    public static String architecture() {
        return write(Architecture.class, "Architecture of Windtunnel", false);
    }

    /** Of a file that an architecture includes: the same keys, none of them required. */
    public static String architecturePart() {
        return write(Architecture.class, PART, true);
    }

    /**
     * The same as {@link #architecturePart}, for where the schema of an architecture lies beside it.
     *
     * @param architecture name of the file of that schema
     */
    public static String architecturePart(String architecture) {
        Map<String, Object> schema = head(PART);
        schema.put("$ref", architecture + "#/$defs/" + Architecture.class.getSimpleName() + ".partial");
        return text(schema);
    }

    /** Of a scenario file. */
    public static String scenario() {
        return write(Scenario.class, "Scenario of Windtunnel", false);
    }

    private static String write(Class<?> root, String title, boolean partial) {
        SchemaShapes shapes = new SchemaShapes(FormatTypes.of(root));
        Map<String, Object> schema = head(title);
        schema.putAll(shapes.root(partial));
        schema.put("$defs", shapes.definitions());
        return text(schema);
    }

    private static Map<String, Object> head(String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", title);
        return schema;
    }

    private static String text(Map<String, Object> schema) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(LINES);
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            write(json, printer, schema);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing a schema to memory", impossible);
        }
        return text.append('\n').toString();
    }

    /** A key with its meaning and default stands on one line: there are thousands, and a change is read line by line. */
    private static void write(JsonGenerator json, DefaultPrettyPrinter printer, @Nullable Object value)
            throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                boolean isFlat = map.values().stream().noneMatch(Map.class::isInstance);
                printer.indentObjectsWith(isFlat ? ONE_LINE : LINES);
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    write(json, printer, entry.getValue());
                    printer.indentObjectsWith(isFlat ? ONE_LINE : LINES);
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, printer, element);
                }
                json.writeEndArray();
            }
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case BigDecimal number -> json.writeNumber(number);
            default -> throw new IllegalStateException("no JSON for " + value.getClass() + ": " + value);
        }
    }
}
