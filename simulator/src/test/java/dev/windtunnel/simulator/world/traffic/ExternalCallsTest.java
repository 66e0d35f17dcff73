package dev.windtunnel.simulator.world.traffic;

import static dev.windtunnel.simulator.world.traffic.PlantRun.MILLI;
import static dev.windtunnel.simulator.world.traffic.PlantRun.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledPath.Call;
import dev.windtunnel.simulator.compile.CompiledSurroundings;
import dev.windtunnel.simulator.compile.CompiledSurroundings.Service;
import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.result.Cause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls to services on the internet in the course of a request. */
class ExternalCallsTest {

    private static final long UP = 1000;
    private static final long DOWN = 5000;

    /** A service, and the endpoint's way to it. */
    private static final class Calls {
        long latencyNanos = 500 * MILLI;
        double errors;
        long timeoutNanos = 8 * SECOND;
        int concurrency = Integer.MAX_VALUE;
        int natConnections = CompiledSurroundings.NAT_CONNECTIONS;
        int calls = 1;
        double probability = 1;
        boolean optional;
        boolean before;

        /** 10 ms of computing in all, on as many CPUs as there are requests. */
        PlantFixture fixture(int requests) {
            PlantFixture fixture = PlantRun.burst(requests);
            fixture.concurrency = 1000;
            fixture.podMillis = 1_000_000;
            fixture.cpu = Quantiles.fixed(10.0 * MILLI);
            fixture.natZones = List.of(0, 0, 0);
            fixture.surroundings = new CompiledSurroundings(
                    List.of(new Service(
                            "payments",
                            Quantiles.fixed((double) latencyNanos),
                            (double) latencyNanos,
                            errors,
                            timeoutNanos,
                            UP,
                            DOWN,
                            concurrency)),
                    List.of(),
                    natConnections,
                    CompiledSurroundings.Targets.COUNTED);
            List<Call> call = List.of(new Call(0, calls, probability, optional));
            fixture.path =
                    new CompiledPath(before ? call : List.of(), CompiledPath.NO_CACHE, before ? List.of() : call, 0);
            return fixture;
        }
    }

    private static long made(PlantRun run) {
        return run.plant.surroundings().calls(0);
    }

    @Test
    void holdTheWorkerUntilTheAnswer() {
        PlantFixture fixture = new Calls().fixture(2);
        fixture.concurrency = 1;
        PlantRun run = new PlantRun(fixture);
        long first = run.arrival(0, 0) + 510 * MILLI;

        assertEquals(0, run.endedBefore(first));
        assertEquals(1, run.endedAt(first));
        long second = Math.max(first, run.arrival(0, 1)) + 510 * MILLI;
        assertEquals(1, run.endedBefore(second));
        assertEquals(2, run.endedAt(second));
        run.toTheEnd();

        assertEquals(20.0 * MILLI, run.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1);
        assertEquals(2, run.clients().succeeded());
    }

    @Test
    void areWhatASlowRequestIsLaidTo() {
        PlantRun run = new PlantRun(new Calls().fixture(1)).toTheEnd();

        assertEquals(
                List.of(Cause.EXTERNAL_CALL),
                List.copyOf(run.clients().latency().keySet()));
    }

    @Test
    void areMadeOneAfterTheOther() {
        Calls three = new Calls();
        three.calls = 3;
        PlantRun run = new PlantRun(three.fixture(1));
        long ends = run.arrival(0, 0) + 10 * MILLI + 1500 * MILLI;

        assertEquals(0, run.endedBefore(ends - 10));
        assertEquals(1, run.endedAt(ends + 10));
        assertEquals(3, made(run));
    }

    @Test
    void areMadeByTheShareOfRequestsThatNeedsThem() {
        Calls seldom = new Calls();
        seldom.probability = 0.05;
        PlantRun run = new PlantRun(seldom.fixture(40_000)).toTheEnd();

        // Four standard deviations of a binomial count.
        assertEquals(2000, (double) made(run), 4 * Math.sqrt(40_000 * 0.05 * 0.95));
        assertEquals(40_000, run.clients().succeeded());
    }

    @Nested
    class AtTheNatGateway {

        @Test
        void areMeteredBothWaysAndAsEgressOutward() {
            Calls twice = new Calls();
            twice.calls = 2;
            PlantRun run = new PlantRun(twice.fixture(50)).toTheEnd();

            assertEquals(100 * (UP + DOWN), run.plant.meters().natBytes());
            assertEquals(100 * UP + 50 * 8000, run.plant.meters().egressBytes());
            assertEquals(0, run.plant.meters().crossZoneBytes());
        }

        @Test
        void crossZonesWhereTheirZoneHasNoGateway() {
            PlantFixture fixture = new Calls().fixture(400);
            fixture.zones = 2;
            fixture.pods = 2;
            PlantRun run = new PlantRun(fixture).toTheEnd();

            long crossing = run.plant.meters().crossZoneBytes() / (UP + DOWN);
            assertEquals(400 * (UP + DOWN), run.plant.meters().natBytes());
            assertEquals(crossing * (UP + DOWN), run.plant.meters().crossZoneBytes());
            // Pods take turns, so half of the calls come from the other zone.
            assertEquals(200, (double) crossing, 3);
        }

        @Test
        void failWithoutAFreePort() {
            Calls long5 = new Calls();
            long5.latencyNanos = 5 * SECOND;
            long5.natConnections = 3;
            PlantRun run = new PlantRun(long5.fixture(5));

            assertEquals(0, run.endedBefore(5 * SECOND));
            assertEquals(3, run.endedAt(run.arrival(0, 4) + 7 * SECOND));
            assertEquals(1.0, run.plant.surroundings().peakNatShare(0));
            run.toTheEnd();

            assertEquals(Map.of(Cause.NAT_PORTS, 2L), run.clients().failed());
            assertEquals(Map.of(500, 2L), run.clients().statuses());
            assertEquals(2, run.plant.surroundings().failedCalls(0));
            // A port that nobody needs any more is free again.
            run.plant.surroundings().peakNatShare(0);
            assertEquals(0, run.plant.surroundings().peakNatShare(0));
        }

        @Test
        void getNoAnswerAfterTheGatewayForgotThem() {
            Calls endless = new Calls();
            endless.latencyNanos = 350 * SECOND;
            endless.timeoutNanos = 400 * SECOND;
            PlantRun run = new PlantRun(endless.fixture(1));
            long gives = run.arrival(0, 0) + 5 * MILLI + 400 * SECOND;

            assertEquals(0, run.endedBefore(gives));
            assertEquals(1, run.endedAt(gives));
            run.toTheEnd();

            assertEquals(Map.of(Cause.EXTERNAL_CALL, 1L), run.clients().failed());
            assertEquals(UP, run.plant.meters().natBytes());
        }

        @Test
        void getNoAnswerWithoutOne() {
            PlantFixture fixture = new Calls().fixture(3);
            fixture.natZones = List.of(-1, -1, -1);
            PlantRun run = new PlantRun(fixture).toTheEnd();

            assertEquals(Map.of(Cause.EXTERNAL_CALL, 3L), run.clients().failed());
            assertEquals(0, run.plant.meters().natBytes());
        }

        @Test
        void loseTheirAnswersWithItsZone() {
            Calls long5 = new Calls();
            long5.latencyNanos = 5 * SECOND;
            PlantFixture fixture = long5.fixture(40);
            fixture.zones = 2;
            fixture.pods = 2;
            PlantRun run = new PlantRun(fixture);
            run.plant.advance(2 * SECOND);
            assertEquals(40, made(run));

            run.plant.zoneSilenced(0, 2 * SECOND);
            run.plant.advance(6 * SECOND);
            // Pods of the other zone wait for answers that do not come, until they give up.
            assertEquals(20, run.plant.busy(1), 1);
            run.plant.advance(9100 * MILLI);

            assertEquals(0, run.plant.busy(1));
            assertEquals(40, run.plant.surroundings().failedCalls(0));
        }
    }

    @Nested
    class WhenTheServiceFails {

        @Test
        void failTheRequest() {
            Calls broken = new Calls();
            broken.errors = 1;
            PlantRun run = new PlantRun(broken.fixture(3)).toTheEnd();

            assertEquals(Map.of(Cause.EXTERNAL_CALL, 3L), run.clients().failed());
            assertEquals(Map.of(500, 3L), run.clients().statuses());
            // The second half of the computing is not done.
            assertEquals(15.0 * MILLI, run.plant.cpuUsedCoreNanos(0, 100 * SECOND), 1);
        }

        @Test
        void doNotFailARequestThatCanDoWithout() {
            Calls broken = new Calls();
            broken.errors = 1;
            broken.optional = true;
            PlantRun run = new PlantRun(broken.fixture(3)).toTheEnd();

            assertEquals(3, run.clients().succeeded());
            assertEquals(3, run.plant.surroundings().failedCalls(0));
        }

        @Test
        void endAtTheTimeout() {
            Calls slow = new Calls();
            slow.latencyNanos = 20 * SECOND;
            PlantRun run = new PlantRun(slow.fixture(1));
            long gives = run.arrival(0, 0) + 5 * MILLI + 8 * SECOND;

            assertEquals(0, run.endedBefore(gives));
            assertEquals(1, run.endedAt(gives));
        }

        @Test
        void areRefusedBeyondItsConcurrency() {
            Calls narrow = new Calls();
            narrow.latencyNanos = 3 * SECOND;
            narrow.concurrency = 2;
            PlantRun run = new PlantRun(narrow.fixture(5)).toTheEnd();

            assertEquals(2, run.clients().succeeded());
            assertEquals(Map.of(Cause.EXTERNAL_CALL, 3L), run.clients().failed());
        }

        /** Of two calls the service takes one; the third comes after the first has ended, and before the refused one has. */
        @Test
        void keepNoPlaceThatTheyWereRefused() {
            Calls narrow = new Calls();
            narrow.concurrency = 1;
            PlantFixture fixture = narrow.fixture(2);
            fixture.arrivals = second -> second == 0 ? 2 : second == 3 ? 1 : 0;
            PlantRun times = new PlantRun(fixture);
            long between = (times.arrival(0, 0) + times.arrival(0, 1)) / 2;
            narrow.latencyNanos = times.arrival(3, 0) - between;
            PlantFixture again = narrow.fixture(2);
            again.arrivals = fixture.arrivals;
            PlantRun run = new PlantRun(again).toTheEnd();

            assertEquals(2, run.clients().succeeded());
            assertEquals(Map.of(Cause.EXTERNAL_CALL, 1L), run.clients().failed());
        }
    }

    @Nested
    class BesideTheDatabase {

        private PlantFixture querying(boolean before) {
            Calls calls = new Calls();
            calls.before = before;
            PlantFixture fixture = calls.fixture(1);
            fixture.queries = 1;
            fixture.query = Quantiles.fixed(20.0 * MILLI);
            fixture.connections = new DatabaseConnections(0, 10, SECOND, SECOND, 100 * SECOND);
            return fixture;
        }

        @Test
        void holdNoConnectionBeforeTheStatements() {
            PlantRun run = new PlantRun(querying(true));
            long during = run.arrival(0, 0) + 300 * MILLI;

            run.plant.advance(during);

            assertEquals(0, run.plant.databaseGauges(during).connections());
        }

        @Test
        void holdTheirConnectionAfterThem() {
            PlantRun run = new PlantRun(querying(false));
            long during = run.arrival(0, 0) + 300 * MILLI;

            run.plant.advance(during);

            assertEquals(1, run.plant.databaseGauges(during).connections());
        }
    }

    @Test
    void closeTheirConnectionWhenTheirWorkerIsKilled() {
        Calls slow = new Calls();
        slow.latencyNanos = 7 * SECOND;
        PlantFixture fixture = slow.fixture(1);
        fixture.workerTimeoutNanos = 2 * SECOND;
        PlantRun run = new PlantRun(fixture).toTheEnd();

        assertEquals(Map.of(Cause.WORKER_TIMEOUT, 1L), run.clients().failed());
        run.plant.surroundings().peakNatShare(0);
        assertEquals(0, run.plant.surroundings().peakNatShare(0));
    }

    @Test
    void endWithTheirPod() {
        Calls slow = new Calls();
        slow.latencyNanos = 7 * SECOND;
        PlantRun run = new PlantRun(slow.fixture(6));
        run.plant.advance(2 * SECOND);

        run.plant.podEnded(0, false, 2 * SECOND);

        assertEquals(6, run.plant.ended());
        run.plant.surroundings().peakNatShare(0);
        assertEquals(0, run.plant.surroundings().peakNatShare(0));
        run.toTheEnd();
        assertTrue(run.clients().failed().containsKey(Cause.POD_STOPPED));
    }

    @Test
    void areWhatAClientThatGaveUpHadWaitedFor() {
        Calls slow = new Calls();
        slow.latencyNanos = 7 * SECOND;
        PlantFixture fixture = slow.fixture(1);
        fixture.clientTimeoutNanos = 3 * SECOND;
        PlantRun run = new PlantRun(fixture).toTheEnd();

        assertEquals(Map.of(Cause.EXTERNAL_CALL, 1L), run.clients().failed());
        assertEquals(0, run.plant.busy(0));
    }
}
