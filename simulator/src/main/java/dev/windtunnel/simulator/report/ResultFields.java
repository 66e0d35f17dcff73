package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.Overload;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SessionOutcome;
import dev.windtunnel.simulator.result.TimeAxis;
import java.io.IOException;
import java.util.List;

/** Reads the fields of a result, in the order in which they are written. */
record ResultFields(JsonParser json, ObjectMapper mapper) {

    /** Everything after the version, up to the end. */
    RunResult read() throws IOException {
        RunResult result = new RunResult(
                field("provenance", new TypeReference<Provenance>() {}),
                field("axis", new TypeReference<TimeAxis>() {}),
                field("endpoints", new TypeReference<List<EndpointOutcome>>() {}),
                field("minutes", new TypeReference<List<MinuteOutcome>>() {}),
                field("series", new TypeReference<List<Series>>() {}),
                field("faults", new TypeReference<List<FaultWindow>>() {}),
                field("journal", ResultTypes.JOURNAL),
                field("ledger", new TypeReference<Ledger>() {}),
                field("engine", new TypeReference<EngineCounts>() {}),
                field("overloads", new TypeReference<List<Overload>>() {}),
                queues(),
                sessions());
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw MismatchedInputException.from(
                    json, RunResult.class, "no field after engine or sessions, found " + json.getText());
        }
        return result;
    }

    /** May be missing; reads up to the next field, or the end. */
    private List<QueueOutcome> queues() throws IOException {
        if (!ResultsJson.QUEUES_FIELD.equals(json.nextFieldName())) {
            return List.of();
        }
        json.nextToken();
        List<QueueOutcome> queues = mapper.readValue(json, new TypeReference<List<QueueOutcome>>() {});
        json.nextToken();
        return queues;
    }

    /** May be missing; the parser stands at its name if it does not, and afterwards behind it. */
    private SessionOutcome sessions() throws IOException {
        boolean isNext =
                json.currentToken() == JsonToken.FIELD_NAME && ResultsJson.SESSIONS_FIELD.equals(json.currentName());
        if (!isNext) {
            return SessionOutcome.NONE;
        }
        json.nextToken();
        SessionOutcome sessions = mapper.readValue(json, SessionOutcome.class);
        json.nextToken();
        return sessions;
    }

    private <T> T field(String name, TypeReference<T> type) throws IOException {
        String found = json.nextFieldName();
        if (!name.equals(found)) {
            throw MismatchedInputException.from(
                    json, RunResult.class, "field " + name + " expected here, found " + json.getText());
        }
        json.nextToken();
        return mapper.readValue(json, type);
    }
}
