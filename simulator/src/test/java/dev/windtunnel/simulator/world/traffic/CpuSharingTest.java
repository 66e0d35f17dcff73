package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.kernel.Tournament;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuSharingTest {

    private static final int[] CAPACITIES = {1000, 2000, 500};
    private static final int[] WEIGHTS = {250, 100, 700};
    private static final long STEP = 10_000;

    private record Job(int pod, long arrival, double work) {}

    /** Requests in clumps with pauses between them, so that the node is crowded, half-full and empty by turns. */
    private static List<Job> jobs(SplittableRandom random, int count) {
        List<Job> jobs = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < count; i++) {
            now += STEP * (random.nextInt(20) == 0 ? 6000 : random.nextInt(400));
            jobs.add(new Job(random.nextInt(3), now, 100_000 + random.nextInt(9_000_000)));
        }
        return jobs;
    }

    /** Completion times by the production code. */
    private static long[] byEvents(List<Job> jobs, int nodeMillis, double speed) {
        Tournament sources = new Tournament(8);
        CpuSharing cpu = new CpuSharing(sources);
        NodeCpu node = new NodeCpu(2, nodeMillis, speed);
        List<PodStation> stations = new ArrayList<>();
        for (int pod = 0; pod < 3; pod++) {
            stations.add(new PodStation(pod, 0, 0, node, CAPACITIES[pod], WEIGHTS[pod], 0));
            node.add(stations.get(pod));
        }
        long[] completions = new long[jobs.size()];
        int next = 0;
        while (next < jobs.size() || sources.earliest() < Tournament.NEVER) {
            long arrival = next < jobs.size() ? jobs.get(next).arrival() : Tournament.NEVER;
            long now = Math.min(arrival, sources.earliest());
            PodStation station = now == arrival ? stations.get(jobs.get(next).pod()) : node.next();
            CpuSharing.advance(station, now);
            if (now == arrival) {
                station.cpu.add(jobs.get(next).work(), next);
                next++;
            } else {
                completions[(int) station.cpu.removeHead()] = now;
            }
            cpu.reshare(station, now);
        }
        return completions;
    }

    /** The same by small steps, cut where a request ends: in each the water level is searched anew, by halving. */
    private static double[] bySteps(List<Job> jobs, int nodeMillis, double speed) {
        double[] completions = new double[jobs.size()];
        double[] left = new double[jobs.size()];
        List<Integer> present = new ArrayList<>();
        int next = 0;
        for (long step = 0; next < jobs.size() || !present.isEmpty(); step += STEP) {
            while (next < jobs.size() && jobs.get(next).arrival() <= step) {
                left[next] = jobs.get(next).work();
                present.add(next++);
            }
            double now = step;
            while (now < step + STEP && !present.isEmpty()) {
                double[] rates = rates(jobs, present, nodeMillis, speed);
                double span = step + STEP - now;
                for (int job : present) {
                    span = Math.min(span, left[job] / rates[jobs.get(job).pod()]);
                }
                now += span;
                for (int job : present) {
                    left[job] -= span * rates[jobs.get(job).pod()];
                    completions[job] = now;
                }
                present.removeIf(job -> left[job] < 1e-6);
            }
        }
        return completions;
    }

    /** Work that each request of a pod receives in a nanosecond. */
    private static double[] rates(List<Job> jobs, List<Integer> present, int nodeMillis, double speed) {
        int[] sharing = new int[3];
        for (int job : present) {
            sharing[jobs.get(job).pod()]++;
        }
        double[] rates = grants(sharing, nodeMillis);
        for (int pod = 0; pod < 3; pod++) {
            rates[pod] *= speed / 1000 / Math.max(1, sharing[pod]);
        }
        return rates;
    }

    private static double[] grants(int[] sharing, int nodeMillis) {
        double low = 0;
        double high = 1000;
        double[] millis = new double[3];
        for (int halving = 0; halving < 40; halving++) {
            double level = (low + high) / 2;
            double sum = 0;
            for (int pod = 0; pod < 3; pod++) {
                millis[pod] = Math.min(Math.min(1000 * sharing[pod], CAPACITIES[pod]), level * WEIGHTS[pod]);
                sum += millis[pod];
            }
            if (sum > nodeMillis) {
                high = level;
            } else {
                low = level;
            }
        }
        return millis;
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 1500, 2600, 4000})
    void agreesWithSmallStepsOnANodeOfUnequalPods(int nodeMillis) {
        long seed = 100L + nodeMillis;
        double speed = 0.8;
        List<Job> jobs = jobs(new SplittableRandom(seed), 300);

        long[] found = byEvents(jobs, nodeMillis, speed);
        double[] expected = bySteps(jobs, nodeMillis, speed);

        for (int job = 0; job < jobs.size(); job++) {
            assertEquals(expected[job], (double) found[job], 0.1 * STEP, "seed " + seed + ", job " + job);
        }
    }

    @Test
    void reckonsUsedCpuAsTheWorkDone() {
        List<Job> jobs = jobs(new SplittableRandom(5), 200);
        Tournament sources = new Tournament(8);
        CpuSharing cpu = new CpuSharing(sources);
        NodeCpu node = new NodeCpu(2, 900, 1.25);
        PodStation station = new PodStation(0, 0, 0, node, 2000, 100, 0);
        node.add(station);
        double work = 0;
        for (Job job : jobs) {
            CpuSharing.advance(station, 0);
            station.cpu.add(job.work(), 1);
            cpu.reshare(station, 0);
            work += job.work();
        }

        long now = 0;
        while (sources.earliest() < Tournament.NEVER) {
            now = sources.earliest();
            CpuSharing.advance(station, now);
            station.cpu.removeHead();
            cpu.reshare(station, now);
        }

        assertEquals(work / 1.25, CpuSharing.usedCoreNanos(station, now + 77), 1e-6 * work);
        assertEquals(work / 1.25 / 0.9, (double) now, 1e-6 * work);
    }

    @Test
    void leavesTheShareOfAPodThatEndsToTheOthers() {
        Tournament sources = new Tournament(8);
        CpuSharing cpu = new CpuSharing(sources);
        NodeCpu node = new NodeCpu(2, 1000, 1);
        PodStation stays = new PodStation(0, 0, 0, node, 1000, 100, 0);
        PodStation leaves = new PodStation(1, 0, 0, node, 1000, 300, 0);
        node.add(stays);
        node.add(leaves);
        for (PodStation station : List.of(stays, leaves)) {
            station.cpu.add(1e9, 1);
            cpu.reshare(station, 0);
        }
        assertEquals(0.25, stays.allottedCores, 1e-12);
        assertEquals(0.75, leaves.allottedCores, 1e-12);

        cpu.leave(leaves, 400_000_000);

        assertEquals(1, stays.allottedCores, 1e-12);
        assertEquals(2, sources.winner());
        // A quarter core for 0.4 s, then the rest at a whole core.
        assertTrue(Math.abs(sources.earliest() - 1_300_000_000) <= 2, "earliest " + sources.earliest());
        assertEquals(Tournament.NEVER, sources.time(3));
        assertTrue(node.podCount == 1 && node.pods[0] == stays);
    }
}
