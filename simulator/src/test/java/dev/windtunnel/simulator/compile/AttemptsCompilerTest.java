package dev.windtunnel.simulator.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.Hedge;
import dev.windtunnel.model.workload.Retries;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptsCompilerTest {

    private static final double MILLI = 1e6;

    private static CompiledAttempts compile(@Nullable Retries retries, @Nullable Hedge hedge) {
        return AttemptsCompiler.compile(new Clients(
                Duration.ofSeconds(30),
                20,
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Distribution.parse("30ms"),
                Distribution.parse("3s"),
                retries == null ? null : Duration.ofSeconds(10),
                false,
                retries,
                hedge));
    }

    private static Retries retries(Jitter jitter, @Nullable Distribution delay, String... on) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), 3, Duration.ofMillis(500));
        return new Retries(3, backoff, jitter, delay, Share.parse("40%"), Share.parse("10%"), List.of(on));
    }

    /** Shortest and longest wait of each retry, milliseconds. */
    private static List<String> waits(Retries retries) {
        return compile(retries, null).retryWaits().stream()
                .map(wait -> Math.round((wait.fixedNanos() + wait.randomNanos().sampleUpper(0)) / MILLI) + " to "
                        + Math.round((wait.fixedNanos() + wait.randomNanos().sampleUpper(-1L)) / MILLI))
                .toList();
    }

    @Test
    void triesOnceUnlessToldOtherwise() {
        assertTrue(compile(null, null).isSingle());
    }

    @Test
    void waitsLongerFromRetryToRetryUpToTheCap() {
        assertEquals(List.of("100 to 100", "300 to 300", "500 to 500"), waits(retries(Jitter.NONE, null, "5xx")));
    }

    @Test
    void leavesAllHalfOrNothingOfTheWaitToChance() {
        assertEquals(List.of("0 to 100", "0 to 300", "0 to 500"), waits(retries(Jitter.FULL, null, "5xx")));
        assertEquals(List.of("50 to 100", "150 to 300", "250 to 500"), waits(retries(Jitter.EQUAL, null, "5xx")));
    }

    @Test
    void waitsAsTheDelaySaysWhereThereIsOne() {
        Retries reload = retries(Jitter.FULL, Distribution.parse("uniform(5s, 10s)"), "timeout");

        assertEquals(List.of("5000 to 10000", "5000 to 10000", "5000 to 10000"), waits(reload));
    }

    @Test
    void triesOnlyWhatIsNamedAndBoundsItByTheBudget() {
        CompiledAttempts attempts =
                compile(retries(Jitter.FULL, null, "5xx"), new Hedge(Duration.ofMillis(95), 2, Share.parse("5%")));

        assertTrue(attempts.retriesErrors());
        assertEquals(false, attempts.retriesTimeouts());
        assertEquals(0.4, attempts.retryShare(), 1e-12);
        assertEquals(0.1, attempts.budget(), 1e-12);
        assertEquals(2, attempts.hedges());
        assertEquals(95_000_000, attempts.hedgeAfterNanos());
        assertEquals(0.05, attempts.hedgeBudget(), 1e-12);
    }

    @Test
    void refusesWordsItDoesNotKnow() {
        Exception objection = assertThrows(IllegalArgumentException.class, () -> retries(Jitter.FULL, null, "4xx"));

        assertEquals("on holds 5xx, timeout or both, found 4xx", objection.getMessage());
    }
}
