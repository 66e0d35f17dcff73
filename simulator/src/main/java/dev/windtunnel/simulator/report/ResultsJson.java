package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.simulator.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A whole result as JSON, {@code results.json}. Its form is stated in {@code docs/results.schema.json}.
 *
 * <p>Field by field in the order of the records, histograms without their empty buckets, journal entries with a {@code type}.
 * Written and read as a stream: memory beyond the result itself does not grow. Numbers are Java's shortest that read back
 * alike, so reading gives an equal result.
 */
public final class ResultsJson {

    /** Version of the form; another is refused. */
    public static final int SCHEMA_VERSION = 1;

    static final String VERSION_FIELD = "schemaVersion";

    /** Absent where there are no queues. */
    static final String QUEUES_FIELD = "queues";

    /** Stands last, and only where users come in sessions. */
    static final String SESSIONS_FIELD = "sessions";

    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().build())
            .addModule(new ResultTypes())
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ResultsJson() {}

    /** Writes; does not close the stream. */
    public static void write(RunResult result, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new LinePerElement());
            json.writeStartObject();
            json.writeNumberField(VERSION_FIELD, SCHEMA_VERSION);
            json.writeObjectField("provenance", result.provenance());
            json.writeObjectField("axis", result.axis());
            json.writeObjectField("endpoints", result.endpoints());
            json.writeObjectField("minutes", result.minutes());
            json.writeObjectField("series", result.series());
            json.writeObjectField("faults", result.faults());
            // Typed, because a generic list would lose the type field of its entries.
            json.writeFieldName("journal");
            MAPPER.writerFor(ResultTypes.JOURNAL).writeValue(json, result.journal());
            json.writeObjectField("ledger", result.ledger());
            json.writeObjectField("engine", result.engine());
            json.writeObjectField("overloads", result.overloads());
            if (!result.queues().isEmpty()) {
                json.writeObjectField(QUEUES_FIELD, result.queues());
            }
            if (result.sessions().any()) {
                json.writeObjectField(SESSIONS_FIELD, result.sessions());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param name of the file, for messages
     * @throws InputRejected if it is not a result of this version, with line and column
     */
    public static RunResult read(InputStream in, String name) throws IOException {
        try (JsonParser json = MAPPER.getFactory().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !VERSION_FIELD.equals(json.nextFieldName())) {
                throw rejected(name, json, "not a result: expected an object that begins with " + VERSION_FIELD);
            }
            int version = json.nextIntValue(-1);
            if (version != SCHEMA_VERSION) {
                throw rejected(name, json, "schemaVersion " + SCHEMA_VERSION + " expected, found " + json.getText());
            }
            return new ResultFields(json, MAPPER).read();
        } catch (JsonProcessingException malformed) {
            throw rejected(name, malformed);
        }
    }

    private static InputRejected rejected(String name, JsonParser json, String message) {
        var location = json.currentTokenLocation();
        return new InputRejected(
                Problem.at(new Position(name, location.getLineNr(), location.getColumnNr()), "", message));
    }

    private static InputRejected rejected(String name, JsonProcessingException malformed) {
        var location = malformed.getLocation();
        Position position = location == null
                ? Position.of(name)
                : new Position(name, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
        return new InputRejected(Problem.at(position, "", "not a result: " + malformed.getOriginalMessage()));
    }
}
