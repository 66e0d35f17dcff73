package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ReadsFrom;
import dev.windtunnel.model.workload.Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionsCompilerTest {

    private static final List<Endpoint> ENDPOINTS =
            List.of(endpoint("detail", 30), endpoint("list", 60), endpoint("static", 10));

    private static Endpoint endpoint(String name, int percent) {
        return new Endpoint(
                name,
                "web",
                "GET",
                "/" + name,
                Share.parse(percent + "%"),
                new Distribution.Fixed(0.01),
                0,
                new Distribution.Fixed(0),
                false,
                ByteSize.parse("1KB"),
                ByteSize.parse("1KB"),
                0,
                ReadsFrom.PRIMARY,
                null,
                Share.NONE,
                List.of());
    }

    private static Sessions sessions(@Nullable List<Sessions.Kind> kinds, Sessions.@Nullable Files files) {
        return new Sessions(
                new CountDistribution.Geometric(5),
                new Distribution.Fixed(30),
                new CountDistribution.Fixed(4),
                2,
                kinds,
                files,
                null,
                null);
    }

    private static CompiledSessions compile(@Nullable List<Sessions.Kind> kinds, Sessions.@Nullable Files files) {
        return SessionsCompiler.compile(sessions(kinds, files), ENDPOINTS);
    }

    private static Sessions.Kind kind(String name, int percent, List<List<String>> waves) {
        return new Sessions.Kind(name, Share.parse(percent + "%"), waves);
    }

    @Test
    void drawsCallsByTheEndpointsShares() {
        CompiledSessions compiled = compile(null, null);

        CompiledSessions.Mixed mixed = (CompiledSessions.Mixed) compiled.content();
        assertEquals(0.3, mixed.cumulativeWeights().get(0), 1e-12);
        assertEquals(0.9, mixed.cumulativeWeights().get(1), 1e-12);
        assertEquals(1.0, mixed.cumulativeWeights().get(2), 1e-12);
        assertEquals(20, compiled.meanRequests(), 1e-12);
    }

    @Test
    void leavesTheFilesEndpointOutOfTheCalls() {
        CompiledSessions compiled = compile(null, new Sessions.Files("static", 15, 2));

        CompiledSessions.Mixed mixed = (CompiledSessions.Mixed) compiled.content();
        assertEquals(1.0 / 3, mixed.cumulativeWeights().get(0), 1e-12);
        assertEquals(1.0, mixed.cumulativeWeights().get(1), 1e-12);
        assertEquals(1.0, mixed.cumulativeWeights().get(2), 1e-12);
        assertEquals(20 / 3.0, compiled.meanCalls().get(0), 1e-9);
        assertEquals(40 / 3.0, compiled.meanCalls().get(1), 1e-9);
        assertEquals(23, compiled.meanCalls().get(2), 1e-9);
    }

    @Test
    void countsTheSameRequestsAsTheModelDoes() {
        List<Sessions.Kind> kinds = List.of(
                kind("item", 25, List.of(List.of("list", "detail"), List.of("list"))),
                kind("all", 75, List.of(List.of("list"))));
        Sessions.Files files = new Sessions.Files("static", 15, 2);

        assertEquals(sessions(kinds, files).meanCalls(), compile(kinds, files).meanRequests(), 1e-9);
        assertEquals(sessions(null, files).meanCalls(), compile(null, files).meanRequests(), 1e-9);
        assertEquals(
                List.of(5 * 0.25, 5 * (0.5 + 0.75), 0.0), compile(kinds, null).meanCalls());
    }

    @Test
    void doesNotCareInWhichOrderKindsAndCallsOfAWaveStand() {
        CompiledSessions one = compile(
                List.of(
                        kind("item", 25, List.of(List.of("list", "detail"), List.of("list"))),
                        kind("all", 75, List.of(List.of("list")))),
                null);
        CompiledSessions other = compile(
                List.of(
                        kind("all", 75, List.of(List.of("list"))),
                        kind("item", 25, List.of(List.of("detail", "list"), List.of("list")))),
                null);

        assertEquals(one.content(), other.content());
        assertEquals(one.meanCalls(), other.meanCalls());
    }
}
