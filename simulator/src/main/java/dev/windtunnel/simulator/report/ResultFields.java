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
import dev.windtunnel.simulator.result.Provenance;
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
                sessions());
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw MismatchedInputException.from(
                    json, RunResult.class, "no field after engine or sessions, found " + json.getText());
        }
        return result;
    }

    /** The only field that may be missing; reads up to the next one, or the end. */
    private SessionOutcome sessions() throws IOException {
        if (!ResultsJson.SESSIONS_FIELD.equals(json.nextFieldName())) {
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
