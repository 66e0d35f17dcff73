package dev.windtunnel.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the families of controllers' cases that {@code windtunnel verify} ships. */
public final class ConformanceCases {

    /** One case. */
    public record Case(String id, JsonNode given, JsonNode expect) {}

    private ConformanceCases() {}

    /** All cases of a family, in file order. */
    public static List<Case> of(String family) {
        String name = "/dev/windtunnel/simulator/verification/cases/kubernetes/" + family + ".json";
        try (InputStream stream = Objects.requireNonNull(ConformanceCases.class.getResourceAsStream(name), name)) {
            List<Case> cases = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(stream).get("cases")) {
                cases.add(new Case(node.get("id").asText(), node.get("given"), node.get("expect")));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
