package dev.windtunnel.simulator.report.finding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Finding;
import dev.windtunnel.model.rule.RuleFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** For programs: what was found, gravest first, or what is asked. */
public final class FindingsJson {

    private static final int VERSION = 1;

    private FindingsJson() {}

    /** The document. */
    public static String print(Check.Outcome outcome) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", VERSION);
            json.writeNumberField("rulesAsked", outcome.rulesAsked());
            json.writeArrayFieldStart("findings");
            for (Finding finding : outcome.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unusedSuppressions");
            for (Suppression unused : outcome.unused()) {
                json.writeStartObject();
                json.writeStringField("rule", unused.rule());
                json.writeStringField("at", unused.at());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse", impossible);
        }
        return text + "\n";
    }

    /** The rules. */
    public static String printRules(List<DesignRule> rules) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", VERSION);
            json.writeArrayFieldStart("rules");
            for (DesignRule rule : rules) {
                json.writeStartObject();
                json.writeStringField("rule", rule.facts().id());
                json.writeStringField("severity", Words.of(rule.facts().severity()));
                write(json, rule.facts());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse", impossible);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", Words.of(finding.severity()));
        json.writeStringField("message", finding.message());
        json.writeStringField("path", finding.path());
        json.writeStringField("file", finding.position().file());
        json.writeNumberField("line", finding.position().line());
        json.writeNumberField("column", finding.position().column());
        write(json, finding.rule());
        if (finding.accepted() != null) {
            json.writeStringField("acceptedBecause", finding.accepted());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, RuleFacts facts) throws IOException {
        json.writeStringField("why", facts.why());
        json.writeStringField("change", facts.change());
        json.writeStringField("source", facts.source());
        json.writeArrayFieldStart("rows");
        for (String row : facts.rows()) {
            json.writeString(row);
        }
        json.writeEndArray();
    }
}
