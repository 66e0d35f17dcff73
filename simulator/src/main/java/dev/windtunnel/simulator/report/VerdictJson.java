package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.verdict.FirstLimit;
import dev.windtunnel.simulator.verdict.ObjectiveVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict as one JSON document for programs; the whole result stands in {@code results.json}. */
public final class VerdictJson {

    private VerdictJson() {}

    /** The document, ending with a line break. */
    public static String write(ReportInput input) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("scenario", input.scenario().title());
            json.writeBooleanField("expectationsHold", input.verdict().expectationsHold());
            json.writeNumberField("arrived", input.result().arrived());
            json.writeNumberField("failed", input.verdict().harm().failed());
            json.writeNumberField("inFlight", input.result().inFlight());
            json.writeArrayFieldStart("objectives");
            for (ObjectiveVerdict objective : input.verdict().objectives()) {
                objective(json, objective);
            }
            json.writeEndArray();
            firstLimit(json, input.verdict().firstLimit());
            overloads(json, input.result().overloads());
            json.writeNumberField("costUsd", input.verdict().cost().total().cents());
            json.writeNumberField(
                    "notPriced", input.verdict().cost().notPriced().size());
            json.writeStringField("requestDigest", input.result().provenance().requestDigest());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static void objective(JsonGenerator json, ObjectiveVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", verdict.objective().name());
        json.writeNumberField("limit", verdict.objective().good().value());
        json.writeNumberField("counted", verdict.counted());
        json.writeNumberField("good", verdict.good());
        json.writeNumberField("givenUp", verdict.givenUp());
        json.writeBooleanField("met", verdict.met());
        json.writeBooleanField("expectationHolds", verdict.expectationHolds());
        json.writeEndObject();
    }

    private static void overloads(JsonGenerator json, List<Overload> overloads) throws IOException {
        json.writeArrayFieldStart("overloads");
        for (Overload overload : overloads) {
            json.writeStartObject();
            json.writeStringField("limit", overload.limit());
            json.writeNumberField("fromMinute", overload.fromMinute());
            json.writeNumberField("untilMinute", overload.untilMinute());
            json.writeNumberField("offered", overload.offered());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void firstLimit(JsonGenerator json, @Nullable FirstLimit limit) throws IOException {
        if (limit == null) {
            json.writeNullField("firstLimit");
            return;
        }
        json.writeObjectFieldStart("firstLimit");
        json.writeStringField("limit", limit.limit());
        json.writeNumberField("peak", limit.peak());
        json.writeNumberField("headroomPerSecond", limit.headroom());
        json.writeEndObject();
    }
}
