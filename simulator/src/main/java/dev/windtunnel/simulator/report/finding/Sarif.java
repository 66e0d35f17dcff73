package dev.windtunnel.simulator.report.finding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * SARIF 2.1.0 (OASIS), as GitHub code scanning and editors take it: every rule with its reason, every finding with its place;
 * accepted findings carry a suppression with its justification.
 */
public final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonGenerator json;
    private final List<RuleFacts> rules;

    private Sarif(JsonGenerator json, List<DesignRule> rules) {
        this.json = json;
        this.rules = rules.stream().map(DesignRule::facts).toList();
    }

    /**
     * The document.
     *
     * @param version of Windtunnel
     */
    public static String print(Check.Outcome outcome, List<DesignRule> rules, String version) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            new Sarif(json, rules).write(outcome, version);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse", impossible);
        }
        return text + "\n";
    }

    private void write(Check.Outcome outcome, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Windtunnel");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (RuleFacts rule : rules) {
            writeRule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        for (Finding finding : outcome.findings()) {
            writeResult(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRule(RuleFacts rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        writeText("shortDescription", rule.why());
        writeText("help", rule.change());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.severity()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        for (String row : rule.rows()) {
            json.writeString(row);
        }
        json.writeEndArray();
        json.writeStringField("source", rule.source());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeResult(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
        json.writeStringField("level", level(finding.severity()));
        writeText("message", finding.message());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(finding.position().file()));
        json.writeEndObject();
        if (finding.position().line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", finding.position().line());
            if (finding.position().column() > 0) {
                json.writeNumberField("startColumn", finding.position().column());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", finding.path());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        // Lines move with every edit, keys do not: by these a service knows a finding again.
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("path/v1", finding.rule().id() + " " + finding.path());
        json.writeEndObject();
        if (finding.accepted() != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "inSource");
            json.writeStringField("justification", finding.accepted());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeText(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }

    /** A relative reference (RFC 3986): whatever is not plain is encoded, byte by byte. */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            boolean isPlain =
                    character < 128 && (Character.isLetterOrDigit(character) || "-._~/".indexOf(character) >= 0);
            uri.append(isPlain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", each & 0xFF));
        }
        return uri.toString();
    }
}
