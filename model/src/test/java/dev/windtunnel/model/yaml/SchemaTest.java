package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas and the manual are what the records say. {@code -Dgolden=write} makes them anew. */
final class SchemaTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static String architecture() {
        return SchemaWriter.architecture();
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static Set<ValidationMessage> objections(String schema, String yaml) throws IOException {
        return schema(schema).validate(YAML.readTree(yaml));
    }

    private static void isKept(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertTrue(Files.isRegularFile(file), file + " is not there. Maybe write it with -Dgolden=write");
        assertEquals(Files.readString(file), text, file + " is old. Maybe write it with -Dgolden=write");
    }

    @Test
    void isKeptInTheDocuments() throws IOException {
        Path folder = DOCS.resolve("schema");
        isKept(folder.resolve("architecture.schema.json"), SchemaWriter.architecture());
        isKept(
                folder.resolve("architecture-part.schema.json"),
                SchemaWriter.architecturePart("architecture.schema.json"));
        isKept(folder.resolve("scenario.schema.json"), SchemaWriter.scenario());
    }

    @Test
    void findsWhatAPartIsBesideIt() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String reference = json.readTree(SchemaWriter.architecturePart("a.json"))
                .get("$ref")
                .textValue();

        assertTrue(reference.startsWith("a.json#/"), reference);
        String pointer = reference.substring("a.json#".length());
        assertEquals(
                json.readTree(SchemaWriter.architecturePart()).at(pointer),
                json.readTree(architecture()).at(pointer));
        assertTrue(json.readTree(architecture()).at(pointer).has("properties"));
    }

    @Test
    void isExplainedInTheManual() throws IOException {
        isKept(DOCS.resolve("scenario-format.md"), FormatPage.write());
    }

    @Test
    void linksOnlyToSectionsThatAreThere() {
        String page = FormatPage.write();
        List<String> anchors = page.lines()
                .filter(line -> line.startsWith("##"))
                .map(line -> line.replaceAll("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();

        List<String> dead = java.util.regex.Pattern.compile("\\(#([^)]+)\\)")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !anchors.contains(target))
                .toList();

        assertEquals(List.of(), dead);
        assertEquals(anchors.size(), Set.copyOf(anchors).size(), anchors::toString);
    }

    @Test
    void isItselfASchema() throws IOException {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String schema :
                List.of(SchemaWriter.architecture(), SchemaWriter.architecturePart(), SchemaWriter.scenario())) {
            assertEquals(Set.of(), meta.validate(new ObjectMapper().readTree(schema)));
        }
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Read by a YAML tool that knows nothing of Windtunnel, as an editor would. */
    @ParameterizedTest
    @MethodSource("shipped")
    void isFulfilledByEveryShippedFile(Path file) throws IOException {
        String text = Files.readString(file);
        String named = text.lines().findFirst().orElse("").replace("# yaml-language-server: $schema=", "");
        String schema = Files.readString(file.resolveSibling(named));
        JsonNode tree = EditorsView.of(text);

        assertEquals(Set.of(), schema(schema).validate(tree));
    }

    @Test
    void saysMeaningDefaultAndUnitOfAKey() throws IOException {
        JsonNode definitions = new ObjectMapper().readTree(architecture()).get("$defs");
        JsonNode idle = definitions.get("LoadBalancer").get("properties").get("idleTimeout");

        assertEquals("60s", idle.get("default").asText());
        assertFalse(idle.get("description").asText().isEmpty());
        assertEquals("#/$defs/duration", idle.get("$ref").asText());
        assertTrue(definitions.get("duration").get("pattern").asText().contains("ms"));
        assertEquals(
                "[\"on-demand\",\"spot\",null]",
                definitions
                        .get("NodePool")
                        .get("properties")
                        .get("capacity")
                        .get("enum")
                        .toString());
    }

    @Nested
    final class WhenAFileIsWrong {

        private static final String DESIGN = """
                architecture: Shop
                region: us-east-1
                organization: { name: shop, accounts: { prod: { purpose: environment } } }
                environments: {}
                endpoints:
                  list: { workload: web, path: /, share: 100%, cpu: 2ms }
                """;

        @Test
        void objectsToNothingInTheDraft() throws IOException {
            assertEquals(Set.of(), objections(architecture(), DESIGN));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "region: us-east-1 -> regoin: us-east-1",
                    "region: us-east-1 -> region: [a]",
                    "share: 100% -> share: a lot",
                    "share: 100% -> share: 100%, queries: many",
                    "share: 100% -> share: 100%, readsFrom: both",
                    "cpu: 2ms -> cpu: 2 parsecs",
                    "cpu: 2ms -> cpu: 2",
                    "purpose: environment -> purpose: fun",
                    "environments: {} -> environments: { prod: { account: prod } }",
                    "environments: {} -> environments: { prod: { extends: stage, account: [] } }",
                    "path: /,  -> ",
                })
        void objects(String change) throws IOException {
            String[] sides = change.split(" -> ?", 2);
            String spoiled = DESIGN.replace(sides[0], sides[1]);

            assertFalse(spoiled.equals(DESIGN), change);
            assertFalse(objections(architecture(), spoiled).isEmpty(), change);
        }

        @Test
        void needsTheDecidingKeyOfAChoice() throws IOException {
            String scenario = """
                    scenario: A day
                    architecture: a.yaml
                    environment: prod
                    start: 2026-11-27T00:00
                    duration: 24h
                    traffic: { closed: { users: 5 } }
                    timeline: [{ at: "20:15", fault: az-loss, zone: a, for: 40m }]
                    """;

            assertEquals(Set.of(), objections(SchemaWriter.scenario(), scenario));
            assertFalse(objections(SchemaWriter.scenario(), scenario.replace("fault: az-loss", "fault: flood"))
                    .isEmpty());
            assertFalse(objections(SchemaWriter.scenario(), scenario.replace("fault: az-loss, ", ""))
                    .isEmpty());
            assertFalse(objections(SchemaWriter.scenario(), scenario.replace("zone: a, ", ""))
                    .isEmpty());
            assertFalse(objections(SchemaWriter.scenario(), scenario.replace("closed", "open"))
                    .isEmpty());
        }
    }

    @Nested
    final class WhereKeysMayBeLeftOut {

        @Test
        void asksNothingOfAnEnvironmentThatExtends() throws IOException {
            String design = WhenAFileIsWrong.DESIGN.replace(
                    "environments: {}",
                    "environments: { stage: { extends: prod, vpc: { nat: single }, database: ~, workloads: { web: { replicas: { min: 1 } } } } }");

            assertEquals(Set.of(), objections(architecture(), design));
        }

        @Test
        void asksNothingOfAFileThatIncludesOrIsIncluded() throws IOException {
            assertEquals(
                    Set.of(), objections(architecture(), "include: [a.yaml]\nendpoints: { list: { share: 5% } }\n"));
            assertEquals(Set.of(), objections(SchemaWriter.architecturePart(), "endpoints: { list: { share: 5% } }\n"));
            assertFalse(objections(architecture(), "endpoints: { list: { share: 5% } }\n")
                    .isEmpty());
        }

        @Test
        void takesTheMergeKey() throws IOException {
            assertEquals(
                    Set.of(),
                    objections(SchemaWriter.architecturePart(), "endpoints: { a: &a { share: 5% }, b: { <<: *a } }\n"));
        }
    }
}
