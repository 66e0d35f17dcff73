package dev.windtunnel.simulator.analytic;

import static dev.windtunnel.simulator.analytic.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks against the published theory cases and a naive mean value analysis. */
class NetworkCasesTest {

    @Test
    void jacksonAppDbCache() {
        OpenNetwork network = OpenNetwork.of(
                List.of(
                        new OpenNetwork.Station("front", 0, 0.001),
                        new OpenNetwork.Station("app", 6, 0.012),
                        new OpenNetwork.Station("db", 3, 0.01),
                        new OpenNetwork.Station("cache", 1, 0.001)),
                new double[] {100, 0, 0, 0},
                new double[][] {{0, 1, 0, 0}, {0, 0, 0.5, 0.2}, {0, 1, 0, 0}, {0, 1, 0, 0}});

        OpenNetwork.Flow app = network.flows().get(1);
        OpenNetwork.Flow db = network.flows().get(2);
        assertNear(0.06782317169, network.meanSojourn());
        assertNear(0.6666666667, app.utilization());
        assertNear(0.5555555556, db.utilization());
        assertNear(0.01370856507, app.meanSojourn());
        assertNear(0.01224820144, db.meanSojourn());
        assertNear(4.569521691, app.meanInSystem());
        assertNear(2.041366906, db.meanInSystem());
        assertEquals(0, network.flows().getFirst().utilization());
    }

    @Test
    void tandem3xmm1() {
        OpenNetwork network = OpenNetwork.of(
                List.of(
                        new OpenNetwork.Station("s0", 1, 0.002),
                        new OpenNetwork.Station("s1", 1, 0.01),
                        new OpenNetwork.Station("s2", 1, 0.006)),
                new double[] {70, 0, 0},
                new double[][] {{0, 1, 0}, {0, 0, 1}, {0, 0, 0}});

        assertNear(0.04600374231, network.meanSojourn());
        assertNear(0.03333333333, network.flows().get(1).meanSojourn());
    }

    @Test
    void refusesRequestsThatNeverLeave() {
        List<OpenNetwork.Station> loop =
                List.of(new OpenNetwork.Station("a", 1, 0.1), new OpenNetwork.Station("b", 1, 0.1));

        assertThrows(
                IllegalArgumentException.class,
                () -> OpenNetwork.of(loop, new double[] {1, 0}, new double[][] {{0, 1}, {1, 0}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> OpenNetwork.of(loop, new double[] {1, 0}, new double[][] {{0.6, 0.6}, {0, 0}}));
    }

    @Test
    void saysThatAnOverloadedStationHasNoSteadyState() {
        OpenNetwork network =
                OpenNetwork.of(List.of(new OpenNetwork.Station("a", 1, 0.1)), new double[] {10}, new double[][] {{0}});

        assertEquals(Double.POSITIVE_INFINITY, network.meanSojourn());
    }

    @Test
    void mvaN50Single() {
        ClosedNetwork.Solution solution =
                new ClosedNetwork(50, 2, List.of(new ClosedNetwork.Station("server", 1, 0.05))).solve();

        assertNear(19.62618658, solution.throughput());
        assertNear(0.5476166652, solution.meanResponse());
    }

    @Test
    void mvaSaturated() {
        ClosedNetwork.Solution solution = new ClosedNetwork(
                        300,
                        0.5,
                        List.of(new ClosedNetwork.Station("app", 4, 0.03), new ClosedNetwork.Station("db", 1, 0.008)))
                .solve();

        assertNear(124.9999978, solution.throughput());
        assertNear(1.900000042, solution.meanResponse());
        assertNear(0.1338030783, solution.residences().get(0));
        assertNear(1.766196964, solution.residences().get(1));
    }

    @Test
    void closesLikeNaiveMeanValueAnalysis() {
        double[] demands = {0.02, 0.03, 0.011};
        double[] queues = new double[3];
        double throughput = 0;
        for (int n = 1; n <= 60; n++) {
            double response = 0;
            double[] residences = new double[3];
            for (int i = 0; i < 3; i++) {
                residences[i] = demands[i] * (1 + queues[i]);
                response += residences[i];
            }
            throughput = n / (1.5 + response);
            for (int i = 0; i < 3; i++) {
                queues[i] = throughput * residences[i];
            }
        }

        ClosedNetwork.Solution solution = new ClosedNetwork(
                        60,
                        1.5,
                        List.of(
                                new ClosedNetwork.Station("a", 1, 0.02),
                                new ClosedNetwork.Station("b", 1, 0.03),
                                new ClosedNetwork.Station("c", 1, 0.011)))
                .solve();

        assertNear(throughput, solution.throughput());
        for (int i = 0; i < 3; i++) {
            assertNear(queues[i], solution.residences().get(i) * throughput);
        }
    }

    @Test
    void closesByTheInteractiveResponseTimeLaw() {
        ClosedNetwork.Solution solution = new ClosedNetwork(
                        200,
                        0,
                        List.of(new ClosedNetwork.Station("delay", 0, 1), new ClosedNetwork.Station("pool", 64, 0.5)))
                .solve();

        assertNear(200, solution.throughput() * solution.meanResponse());
        assertTrue(solution.throughput() < 128, "64 servers of 2 per second");
    }
}
