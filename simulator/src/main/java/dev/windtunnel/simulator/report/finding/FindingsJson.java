package dev.windtunnel.simulator.report.finding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.windtunnel.model.architecture.Suppression;
import dev.windtunnel.model.rule.Check;
import dev.windtunnel.model.rule.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** For programs. */
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

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", finding.message());
        json.writeStringField("path", finding.path());
        json.writeStringField("file", finding.position().file());
        json.writeNumberField("line", finding.position().line());
        json.writeNumberField("column", finding.position().column());
        json.writeStringField("why", finding.rule().why());
        json.writeStringField("change", finding.rule().change());
        json.writeStringField("source", finding.rule().source());
        json.writeArrayFieldStart("rows");
        for (String row : finding.rule().rows()) {
            json.writeString(row);
        }
        json.writeEndArray();
        if (finding.accepted() != null) {
            json.writeStringField("acceptedBecause", finding.accepted());
        }
        json.writeEndObject();
    }
}
