package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.DatabaseClient;
import dev.windtunnel.model.compute.LoadShedding;
import dev.windtunnel.model.compute.StatementCancel;
import dev.windtunnel.model.compute.StatementRetries;
import dev.windtunnel.model.edge.GatewayRetries;
import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Hedge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetriesInputTest {

    private static final String DNS = "dns: { name: shop.example }";
    private static final String POOL = "databaseClient: { poolSize: 4 }";
    private static final String HOME = "share: 40%, cpu: 2ms";
    private static final String DURATION = "duration: 24h";

    @TempDir
    private Path folder = Path.of("");

    private Draft gateway(String retries) {
        return Draft.in(folder).architecture(DNS, DNS + "\n    loadBalancer: { retries: " + retries + " }");
    }

    private Draft client(String keys) {
        return Draft.in(folder).architecture(POOL, "databaseClient: { poolSize: 4, " + keys + " }");
    }

    private Draft shedding(String keys) {
        return Draft.in(folder).architecture(POOL, POOL + "\n        loadShedding: " + keys);
    }

    private Draft clients(String keys) {
        return Draft.in(folder).scenario(DURATION, DURATION + "\nclients: { " + keys + " }");
    }

    private static void assertSays(String expected, String problem) {
        assertTrue(problem.contains("error: ") && problem.contains(expected), problem);
    }

    @Test
    void nobodyBetweenClientAndDatabaseTriesAgainOrShedsUnlessToldTo() {
        Environment environment = Draft.in(folder).read().environment();
        DatabaseClient client =
                Objects.requireNonNull(environment.workload("web").orElseThrow().databaseClient());

        assertNull(environment.loadBalancer().retries());
        assertNull(client.retries());
        assertEquals(StatementCancel.CLOSE, client.onCancel());
        assertEquals(Duration.ZERO, client.checkInterval());
        assertNull(environment.workload("web").orElseThrow().loadShedding());
    }

    @Nested
    final class OfTheGateway {

        @Test
        void areIstiosWhereNothingElseIsWritten() {
            GatewayRetries retries = Objects.requireNonNull(
                    gateway("{}").read().environment().loadBalancer().retries());

            assertEquals(2, retries.max());
            assertEquals(List.of("connect-failure", "503"), retries.on());
            assertEquals(new Backoff(Duration.ofMillis(25), 2, Duration.ofMillis(250)), retries.backoff());
            assertEquals(Jitter.FULL, retries.jitter());
            assertNull(retries.budget());
            assertNull(retries.perTryTimeout());
        }

        @Test
        void areReadAsWritten() {
            GatewayRetries retries = Objects.requireNonNull(
                    gateway("{ max: 4, perTryTimeout: 2s, on: [reset, timeout, 502], budget: 20%, budgetOf: requests,"
                                    + " jitter: none, cancel: true }")
                            .read()
                            .environment()
                            .loadBalancer()
                            .retries());

            assertEquals(List.of("reset", "timeout", "502"), retries.on());
            assertEquals(Duration.ofSeconds(2), retries.perTryTimeout());
            assertEquals(GatewayRetries.BudgetOf.REQUESTS, retries.budgetOf());
            assertEquals(Share.parse("20%"), retries.budget());
            assertTrue(retries.cancel());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{ max: 0 } | max lies between 1 and 10, found 0; leave retries out for none",
                    "{ max: 11 } | max lies between 1 and 10, found 11",
                    "{ on: [] } | on holds one word at least of connect-failure, reset",
                    "{ on: [reset, reset] } | on holds each word once, found reset, reset",
                    "{ on: [conect-failure] } | found 'conect-failure'; did you mean 'connect-failure'?",
                    "{ on: [404] } | on holds words of connect-failure, reset, timeout, 500, 502, 503, 504, found '404'",
                    "{ perTryTimeout: 0s } | perTryTimeout is longer than 0s",
                    "{ perTryTimeout: 60s } | retries.perTryTimeout is shorter than idleTimeout, which is 1m, found 1m",
                    "{ budget: 120% } | a share lies between 0% and 100%, found 120%",
                    "{ budget: 0%, budgetOf: requests } | budget is above 0%",
                    "{ budget: 0%, budgetFloor: 0 } | budget is above 0%",
                    "{ budgetOf: request } | did you mean 'requests'?",
                    "{ budgetFloor: -1 } | budgetFloor lies between 0 and 1000, found -1",
                    "{ backoff: { base: 1s, cap: 500ms } } | base is at most as long as cap, found base 1s and cap 500ms",
                    "{ backoff: { factor: 0.5 } } | factor lies between 1 and 10, found 0.5",
                })
        void sayWhatIsWrong(String retries, String expected) {
            assertSays(expected, gateway(retries).onlyProblem());
        }

        @Test
        void sayWhere() {
            String problem = gateway("{ perTryTimeout: 60s }").onlyProblem();

            assertTrue(problem.startsWith("architecture.yaml:36:47: "), problem);
            assertTrue(problem.contains("environments.prod.loadBalancer.retries.perTryTimeout"), problem);
        }
    }

    @Nested
    final class OfStatements {

        @Test
        void areReadAsWritten() {
            DatabaseClient client = Objects.requireNonNull(
                    client("retries: { max: 2, on: [refused, connection-lost] }, onCancel: wait, checkInterval: 10s")
                            .read()
                            .environment()
                            .workload("web")
                            .orElseThrow()
                            .databaseClient());
            StatementRetries retries = Objects.requireNonNull(client.retries());

            assertEquals(2, retries.max());
            assertEquals(List.of("refused", "connection-lost"), retries.on());
            assertEquals(new Backoff(Duration.ofMillis(100), 2, Duration.ofSeconds(5)), retries.backoff());
            assertEquals(StatementCancel.WAIT, client.onCancel());
            assertEquals(Duration.ofSeconds(10), client.checkInterval());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "retries: { max: 11 } | max lies between 1 and 10, found 11",
                    "retries: { on: [deadlock] } | on holds words of connection-lost, refused, pool-timeout, found 'deadlock'",
                    "retries: { on: [pool-timeot] } | did you mean 'pool-timeout'?",
                    "retries: { budget: 0% } | budget is above 0%",
                    "retries: { backoff: { base: 40s } } | base is at most as long as cap",
                    "onCancel: kill | expected one of close, wait, cancel, found 'kill'",
                    "checkInterval: 2h | checkInterval is at most 1h",
                })
        void sayWhatIsWrong(String keys, String expected) {
            assertSays(expected, client(keys).onlyProblem());
        }
    }

    @Nested
    final class OfClients {

        @Test
        void boundHedgesWithoutRetriesToATenth() {
            Hedge hedge = Objects.requireNonNull(clients("hedge: { after: 100ms }")
                    .read()
                    .scenario()
                    .clients()
                    .hedge());

            assertEquals(Share.parse("10%"), hedge.budget());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "hedge: { after: 100ms, budget: 0% } | budget is above 0%; leave hedge out for no hedges",
                    "hedge: { after: 30s } | hedge.after is shorter than timeout, which is 30s: no hedge would be sent, found 30s",
                    "attemptTimeout: 30s | attemptTimeout is longer than 0s and shorter than timeout, which is 30s, found 30s",
                    "retries: { on: [timeout] } | retries.on holds timeout alone and attemptTimeout is absent",
                    "retries: { jitter: none, backoff: { base: 30s } } | retries.backoff.base waits beyond timeout, which is 30s",
                    "retries: { jitter: equal, backoff: { base: 60s, cap: 60s } } | retries.backoff.base waits beyond timeout",
                    "retries: { budget: 0% } | budget is above 0%; leave retries out for none",
                    "retries: { backoff: { factor: 0.9 } } | factor lies between 1 and 10, found 0.9",
                })
        void sayWhatIsWrong(String keys, String expected) {
            assertSays(expected, clients(keys).onlyProblem());
        }

        @Test
        void areSentWhereTheirWaitMayBeShort() {
            assertEquals(
                    List.of(), clients("retries: { backoff: { base: 30s } }").printed());
        }
    }

    @Nested
    final class LoadShed {

        @Test
        void isReadAsWritten() {
            LoadShedding shedding = Objects.requireNonNull(shedding("{ maxQueue: 16, maxQueueWait: 2s }")
                    .read()
                    .environment()
                    .workload("web")
                    .orElseThrow()
                    .loadShedding());

            assertEquals(16, shedding.maxQueue());
            assertEquals(Duration.ofSeconds(2), shedding.maxQueueWait());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | maxQueue, maxQueueWait or both are written, found neither",
                    "{ maxQueue: -1 } | maxQueue lies between 0 and 1000000, found -1",
                    "{ maxQueue: 4096 } | loadShedding.maxQueue is at most the server's backlog, which is 2048, found 4096",
                    "{ maxQueueWait: 0s } | maxQueueWait is longer than 0s and at most 1h, found 0s",
                })
        void saysWhatIsWrong(String keys, String expected) {
            assertSays(expected, shedding(keys).onlyProblem());
        }
    }

    @Nested
    final class AnErrorShare {

        @Test
        void isNothingUnlessWritten() {
            Draft draft = Draft.in(folder).architecture(HOME, HOME + ", errorShare: 0.5%");

            var endpoints = draft.read().architecture().endpoints();
            assertEquals(Share.parse("0.5%"), endpoints.getLast().errorShare());
            assertEquals(Share.NONE, endpoints.getFirst().errorShare());
        }

        @Test
        void isAShare() {
            Draft draft = Draft.in(folder).architecture(HOME, HOME + ", errorShare: 101%");

            assertSays("a share lies between 0% and 100%, found 101%", draft.onlyProblem());
        }
    }
}
