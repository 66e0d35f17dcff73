package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SparseHistogram;
import dev.windtunnel.simulator.result.TimeAxis;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps {@code docs/results.schema.json} true. */
final class ResultsSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = read(Path.of("..", "docs", "results.schema.json"));

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static ObjectNode example() throws IOException {
        return (ObjectNode) MAPPER.readTree(ResultsJsonTest.write(ExampleDay.result()));
    }

    @Test
    void holdsForTheExample() throws IOException {
        assertEquals(List.of(), SchemaCheck.violations(SCHEMA, example()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemaVersion", "provenance", "axis", "minutes", "journal", "ledger"})
    void asksForEachField(String field) throws IOException {
        ObjectNode without = example();
        without.remove(field);

        assertFalse(SchemaCheck.violations(SCHEMA, without).isEmpty());
    }

    @Test
    void refusesWhatItDoesNotState() throws IOException {
        ObjectNode wrong = example();
        ((ObjectNode) wrong.get("axis")).put("host", "build-7");
        ((ObjectNode) wrong.get("minutes").get(3)).put("arrived", -1);
        ((ObjectNode) ((ArrayNode) wrong.get("journal")).get(0)).put("type", "miracle");

        assertEquals(3, SchemaCheck.violations(SCHEMA, wrong).size());
    }

    @Test
    void hasTheFieldsOfTheRecordsInTheirOrder() {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        records.put("provenance", Provenance.class);
        records.put("axis", TimeAxis.class);
        records.put("endpoint", EndpointOutcome.class);
        records.put("minute", MinuteOutcome.class);
        records.put("view", ViewOutcome.class);
        records.put("histogram", SparseHistogram.class);
        records.put("series", Series.class);
        records.put("fault", FaultWindow.class);
        records.put("ledger", Ledger.class);
        records.put("usage", Ledger.Usage.class);
        records.put("loadBalancerHour", Ledger.LoadBalancerHour.class);
        records.put("engine", EngineCounts.class);
        records.put("overload", Overload.class);
        records.put("queue", QueueOutcome.class);
        records.put("queueWork", QueueOutcome.Work.class);

        records.forEach((definition, record) -> {
            JsonNode stated = SCHEMA.get("$defs").get(definition);
            assertEquals(components(record), names(stated.get("properties")), definition);
            assertEquals(components(record), texts(stated.get("required")), definition);
        });
    }

    @Test
    void namesEveryKindOfEntryAndAllTheirFields() {
        TreeSet<String> fields = new TreeSet<>(List.of("type"));
        List<String> types = new ArrayList<>();
        for (Class<?> type : JournalEntry.class.getPermittedSubclasses()) {
            types.add(ResultTypes.typeName(type));
            fields.addAll(components(type));
        }
        JsonNode entry = SCHEMA.get("$defs").get("entry").get("properties");

        assertEquals(types, texts(entry.get("type").get("enum")));
        assertEquals(fields, new TreeSet<>(names(entry)));
    }

    @Test
    void namesEveryConstant() {
        JsonNode definitions = SCHEMA.get("$defs");
        JsonNode usage = definitions.get("usage").get("properties");

        assertEquals(constants(Cause.values()), texts(definitions.get("cause").get("enum")));
        assertEquals(constants(Ledger.Item.values()), texts(usage.get("item").get("enum")));
        assertEquals(constants(Ledger.Unit.values()), texts(usage.get("unit").get("enum")));
        assertEquals(
                LatencyBuckets.COUNT - 1,
                definitions
                        .get("histogram")
                        .get("properties")
                        .get("buckets")
                        .get("items")
                        .get("maximum")
                        .asInt());
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    private static List<String> constants(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.textValue()));
        return texts;
    }
}
