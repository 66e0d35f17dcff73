package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledRuntime;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CPU limits as quotas of each 100 ms. */
class CpuBandwidthTest {

    private static final int PODS = 3;
    private static final int[] MOST = {4000, 1000, 2000};
    private static final int[] WEIGHTS = {500, 100, 300};

    /** The second pod has no quota. */
    private static final int[] LIMITS = {900, 0, 500};

    private static final long[] PHASES = {12_345_678, 0, 77_000_001};
    private static final long STEP = 10_000;
    private static final long PERIOD = 100_000_000;

    /** The node runs at another speed after each 37 ms, and stands still for a while. */
    private static final double[] SPEEDS = {1, 0.4, 1.2, 0, 0.8};

    private static final long SPEED_LASTS = 37_000_000;

    private record Job(int pod, long arrival, double work) {}

    private static List<Job> jobs(SplittableRandom random, int count) {
        List<Job> jobs = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < count; i++) {
            now += STEP * (random.nextInt(25) == 0 ? 20_000 : random.nextInt(700));
            jobs.add(new Job(random.nextInt(PODS), now, 100_000 + random.nextInt(49_000_000)));
        }
        return jobs;
    }

    private static double speedAt(long time, boolean changes) {
        return changes ? SPEEDS[(int) (time / SPEED_LASTS % SPEEDS.length)] : 1;
    }

    private static long[] byEvents(List<Job> jobs, int nodeMillis, boolean speedChanges, ThrottleCounts counts) {
        Tournament sources = new Tournament(8);
        CpuSharing cpu = new CpuSharing(sources);
        NodeCpu node = new NodeCpu(2, nodeMillis, speedAt(0, speedChanges));
        List<PodStation> stations = new ArrayList<>();
        for (int pod = 0; pod < PODS; pod++) {
            PodStation station = new PodStation(pod, 0, 0, node, MOST[pod], WEIGHTS[pod], 0);
            if (LIMITS[pod] > 0) {
                station.bandwidth = new CpuBandwidth(LIMITS[pod], PHASES[pod], counts, pod, 0);
            }
            stations.add(station);
            node.add(station);
        }
        long[] completions = new long[jobs.size()];
        int next = 0;
        int done = 0;
        long nextSpeed = speedChanges ? SPEED_LASTS : Tournament.NEVER;
        while (done < jobs.size()) {
            long arrival = next < jobs.size() ? jobs.get(next).arrival() : Tournament.NEVER;
            long now = Math.min(Math.min(arrival, nextSpeed), sources.earliest());
            if (now == nextSpeed) {
                cpu.speedChanged(node, speedAt(now, true), now);
                nextSpeed += SPEED_LASTS;
                continue;
            }
            PodStation station = now == arrival ? stations.get(jobs.get(next).pod()) : node.next();
            CpuSharing.advance(station, now);
            if (now == arrival) {
                station.cpu.add(jobs.get(next).work(), next++);
            } else if (!CpuSharing.turns(station, now)) {
                completions[(int) station.cpu.removeHead()] = now;
                done++;
            }
            cpu.reshare(station, now);
        }
        return completions;
    }

    /** The same by small steps, cut where a request ends, a quota ends or a period begins. */
    private static final class Steps {
        private final List<Job> jobs;
        private final int nodeMillis;
        private final boolean speedChanges;
        private final double[] left;
        private final double[] completions;
        private final double[] quota = new double[PODS];
        private final long[] periodEnds = new long[PODS];
        private final List<Integer> present = new ArrayList<>();

        Steps(List<Job> jobs, int nodeMillis, boolean speedChanges) {
            this.jobs = jobs;
            this.nodeMillis = nodeMillis;
            this.speedChanges = speedChanges;
            left = new double[jobs.size()];
            completions = new double[jobs.size()];
            for (int pod = 0; pod < PODS; pod++) {
                quota[pod] = LIMITS[pod] / 1000.0 * PERIOD;
                periodEnds[pod] = PHASES[pod] == 0 ? PERIOD : PHASES[pod];
            }
        }

        double[] run() {
            int next = 0;
            for (long step = 0; next < jobs.size() || !present.isEmpty(); step += STEP) {
                while (next < jobs.size() && jobs.get(next).arrival() <= step) {
                    left[next] = jobs.get(next).work();
                    present.add(next++);
                }
                double now = step;
                while (now < step + STEP) {
                    now += advance(now, step + STEP, speedAt(step, speedChanges));
                }
            }
            return completions;
        }

        private double advance(double now, long until, double speed) {
            int[] sharing = new int[PODS];
            present.forEach(job -> sharing[jobs.get(job).pod()]++);
            double[] cores = cores(sharing);
            double span = until - now;
            for (int pod = 0; pod < PODS; pod++) {
                span = LIMITS[pod] > 0 ? Math.min(span, periodEnds[pod] - now) : span;
                span = LIMITS[pod] > 0 && cores[pod] > 0 ? Math.min(span, quota[pod] / cores[pod]) : span;
            }
            for (int job : present) {
                double rate = rate(job, cores, sharing, speed);
                span = rate > 0 ? Math.min(span, left[job] / rate) : span;
            }
            for (int job : present) {
                left[job] -= span * rate(job, cores, sharing, speed);
                completions[job] = now + span;
            }
            present.removeIf(job -> left[job] < 1e-6);
            for (int pod = 0; pod < PODS; pod++) {
                quota[pod] -= cores[pod] * span;
                if (now + span >= periodEnds[pod] - 1e-6) {
                    quota[pod] = LIMITS[pod] / 1000.0 * PERIOD;
                    periodEnds[pod] += PERIOD;
                }
            }
            return span;
        }

        private double rate(int job, double[] cores, int[] sharing, double speed) {
            int pod = jobs.get(job).pod();
            return cores[pod] * speed / sharing[pod];
        }

        private double[] cores(int[] sharing) {
            double low = 0;
            double high = 1000;
            double[] millis = new double[PODS];
            for (int halving = 0; halving < 40; halving++) {
                double level = (low + high) / 2;
                for (int pod = 0; pod < PODS; pod++) {
                    boolean isHeld = LIMITS[pod] > 0 && quota[pod] < 1e-3;
                    double wanted = isHeld ? 0 : Math.min(1000 * sharing[pod], MOST[pod]);
                    millis[pod] = Math.min(wanted, level * WEIGHTS[pod]);
                }
                if (Arrays.stream(millis).sum() > nodeMillis) {
                    high = level;
                } else {
                    low = level;
                }
            }
            return Arrays.stream(millis).map(each -> each / 1000).toArray();
        }
    }

    private static void agrees(int nodeMillis, boolean speedChanges) {
        long seed = 40L + nodeMillis;
        List<Job> jobs = jobs(new SplittableRandom(seed), 300);
        ThrottleCounts counts = new ThrottleCounts(PODS);

        long[] found = byEvents(jobs, nodeMillis, speedChanges, counts);
        double[] expected = new Steps(jobs, nodeMillis, speedChanges).run();

        for (int job = 0; job < jobs.size(); job++) {
            assertEquals(expected[job], (double) found[job], 0.1 * STEP, "seed " + seed + ", job " + job);
        }
        assertTrue(counts.heldPeriods(0) > 5 && counts.heldPeriods(2) > 5, "held too seldom to say anything");
    }

    @ParameterizedTest
    @ValueSource(ints = {1800, 3300, 8000})
    void agreesWithSmallStepsOnANodeOfQuotas(int nodeMillis) {
        agrees(nodeMillis, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1800, 3300, 8000})
    void agreesWithSmallStepsWhileTheNodesSpeedChanges(int nodeMillis) {
        agrees(nodeMillis, true);
    }

    @Test
    void neverUsesMoreThanTheQuotaInAPeriod() {
        Tournament sources = new Tournament(8);
        CpuSharing cpu = new CpuSharing(sources);
        NodeCpu node = new NodeCpu(2, 8000, 1);
        PodStation station = new PodStation(0, 0, 0, node, 4000, 100, 0);
        station.bandwidth = new CpuBandwidth(1000, 0, new ThrottleCounts(1), 0, 0);
        node.add(station);
        for (int request = 0; request < 4; request++) {
            station.cpu.add(1e9, request);
        }
        cpu.reshare(station, 0);

        for (long end = PERIOD; end < 20 * PERIOD; end += PERIOD) {
            while (sources.earliest() < end) {
                long now = sources.earliest();
                CpuSharing.advance(station, now);
                assertTrue(CpuSharing.turns(station, now));
                cpu.reshare(station, now);
            }
            assertEquals((double) end, CpuSharing.usedCoreNanos(station, end), 1);
        }
    }

    /** Four processes, a limit of one CPU: the average is far below it, a burst is not. */
    private static PlantFixture burst(boolean byPeriods) {
        PlantFixture fixture = PlantRun.burst(4);
        fixture.concurrency = 4;
        fixture.podMillis = 1000;
        fixture.runtime = new CompiledRuntime(4, byPeriods, null);
        fixture.cpu = Quantiles.fixed(60.0 * PlantRun.MILLI);
        fixture.arrivals = second -> 4;
        fixture.horizonSeconds = 100;
        return fixture;
    }

    @Test
    void letsASingleRequestRunAtFullSpeedAndHoldsABurst() {
        PlantRun smooth = new PlantRun(burst(false)).toTheEnd();
        PlantRun periods = new PlantRun(burst(true)).toTheEnd();

        assertEquals(400, smooth.clients().succeeded());
        assertEquals(400, periods.clients().succeeded());
        assertEquals(0, smooth.plant.surroundings().activePeriods(0));
        long ran = periods.plant.surroundings().activePeriods(0);
        long held = periods.plant.surroundings().throttledPeriods(0);
        assertTrue(held > 10 && held < ran, "held in " + held + " of " + ran);
        double work = 400 * 60.0 * PlantRun.MILLI;
        assertEquals(work, periods.plant.cpuUsedCoreNanos(0, 200 * PlantRun.SECOND), 1000);
    }

    @Test
    void costsNothingBelowTheQuota() {
        PlantFixture fixture = burst(true);
        fixture.arrivals = second -> 1;
        PlantRun periods = new PlantRun(fixture).toTheEnd();
        fixture.runtime = new CompiledRuntime(4, false, null);
        PlantRun smooth = new PlantRun(fixture).toTheEnd();

        assertEquals(0, periods.plant.surroundings().throttledPeriods(0));
        assertEquals(smooth.plant.digest(), periods.plant.digest());
        assertEquals(smooth.plant.events(), periods.plant.events());
    }

    @Test
    void letsAPodEndWhileItIsHeld() {
        PlantFixture fixture = burst(true);
        fixture.cpu = Quantiles.fixed(10.0 * PlantRun.SECOND);
        fixture.arrivals = second -> second == 0 ? 4 : 0;
        PlantRun run = new PlantRun(fixture);
        run.plant.advance(5 * PlantRun.SECOND);

        run.plant.podEnded(0, false, 5 * PlantRun.SECOND);
        run.toTheEnd();

        assertEquals(4, run.plant.ended());
        assertEquals(4, run.clients().failedTotal());
    }
}
