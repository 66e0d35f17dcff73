package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.SparseHistogram;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The requests of {@link ExampleDay}. Minutes and endpoints add up from the same seconds, as a run's do. */
final class ExampleTraffic {

    private static final int SECONDS = ExampleDay.MINUTES * 60;
    private static final int RECORD_FROM = ExampleDay.FAULT_START - 300;
    private static final int RECORD_TO = ExampleDay.FAULT_END + 600;

    private final Kind[] kinds = {
        new Kind("checkout", "backend", "POST", "/api/checkout", 0.08, 180),
        new Kind("page", "frontend", "GET", "/", 0.50, 40),
        new Kind("products", "backend", "GET", "/api/products", 0.42, 90)
    };
    private final int[] arrived = new int[SECONDS];
    private final int[] failed = new int[SECONDS];
    private final Tally[] minuteClients = tallies(ExampleDay.MINUTES);
    private final Tally[] minuteBalancers = tallies(ExampleDay.MINUTES);
    private final Tally[] kindClients = tallies(3);
    private final Tally[] kindBalancers = tallies(3);
    private final long[] kindArrived = new long[3];
    private final SplittableRandom random = new SplittableRandom(7);

    private record Kind(String name, String workload, String method, String path, double share, double medianMillis) {}

    ExampleTraffic() {
        for (int second = 0; second < SECONDS; second++) {
            double rate = rate(second);
            arrived[second] = (int) Math.max(0, rate + 2.5 * Math.sqrt(rate) * (random.nextDouble() - 0.5));
            int left = arrived[second];
            for (int kind = 0; kind < kinds.length; kind++) {
                int count = kind == 2 ? left : Math.min(left, (int) Math.round(arrived[second] * kinds[kind].share()));
                left -= count;
                serve(second, kind, count);
            }
        }
    }

    private static Tally[] tallies(int count) {
        Tally[] tallies = new Tally[count];
        Arrays.setAll(tallies, i -> new Tally());
        return tallies;
    }

    private static double rate(int second) {
        double hour = second / 3600.0;
        double evening = hour - 20;
        double noon = hour - 13;
        return 20 + 370 / (1 + evening * evening / 6) + 120 / (1 + noon * noon / 4);
    }

    private void serve(int second, int kind, int count) {
        int after = second - ExampleDay.FAULT_START;
        double dead = after < 0 || after >= 130 ? 0 : after < 95 ? 0.32 : 0.32 * (130 - after) / 35;
        double silent = after < 0 || after >= 26 ? 0 : after < 18 ? 0.22 : 0.22 * (26 - after) / 8;
        double database = after < 5 || after >= 68 ? 0 : kind == 1 ? 0 : 0.45;
        kindArrived[kind] += count;
        for (int request = 0; request < count; request++) {
            double draw = random.nextDouble();
            if (draw < dead * 0.5) {
                fail(second, kind, Cause.DEAD_ADDRESS, 0);
            } else if (draw < dead * 0.5 + silent) {
                fail(second, kind, after < 1 ? Cause.LOST_IN_FLIGHT : Cause.SILENT_TARGET, 504);
            } else if (draw < dead * 0.5 + silent + database) {
                fail(second, kind, Cause.DATABASE_FAILOVER, 500);
            } else if (random.nextInt(60_000) == 0) {
                fail(second, kind, Cause.POD_STOPPED, 502);
            } else {
                succeed(second, kind, draw > 1 - dead * 0.5);
            }
        }
    }

    private void fail(int second, int kind, Cause cause, int status) {
        failed[second]++;
        minuteClients[second / 60].fail(cause, status);
        kindClients[kind].fail(cause, status);
        if (cause != Cause.DEAD_ADDRESS) {
            minuteBalancers[second / 60].fail(cause, status);
            kindBalancers[kind].fail(cause, status);
        }
    }

    private void succeed(int second, int kind, boolean fellBack) {
        double load = arrived[second] / 420.0;
        double spread = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        double tail = random.nextInt(400) == 0 ? 4 * random.nextDouble() : 0;
        double millis = kinds[kind].medianMillis() * (1 + 0.3 * load) * (1 + 0.5 * spread) * (1 + tail);
        Cause cause = tail > 2.5 ? Cause.WORKER_QUEUE : tail > 0 ? Cause.CPU : Cause.OWN_WORK;
        double client = millis + 30 + 60 * random.nextDouble() * random.nextDouble();
        if (fellBack) {
            client += 3000 + 18_000 * random.nextDouble();
        }
        minuteClients[second / 60].succeed(fellBack ? Cause.DEAD_ADDRESS : cause, client);
        kindClients[kind].succeed(fellBack ? Cause.DEAD_ADDRESS : cause, client);
        minuteBalancers[second / 60].succeed(cause, millis);
        kindBalancers[kind].succeed(cause, millis);
    }

    List<MinuteOutcome> minutes() {
        List<MinuteOutcome> minutes = new ArrayList<>();
        for (int minute = 0; minute < ExampleDay.MINUTES; minute++) {
            long sum = 0;
            for (int second = 0; second < 60; second++) {
                sum += arrived[minute * 60 + second];
            }
            minutes.add(
                    new MinuteOutcome(minute, sum, minuteClients[minute].outcome(), minuteBalancers[minute].outcome()));
        }
        return minutes;
    }

    List<EndpointOutcome> endpoints() {
        List<EndpointOutcome> endpoints = new ArrayList<>();
        for (int kind = 0; kind < kinds.length; kind++) {
            endpoints.add(new EndpointOutcome(
                    kinds[kind].name(),
                    kinds[kind].workload(),
                    kinds[kind].method(),
                    kinds[kind].path(),
                    kindArrived[kind],
                    0,
                    kindClients[kind].outcome(),
                    kindBalancers[kind].outcome()));
        }
        return endpoints;
    }

    FaultWindow fault() {
        return new FaultWindow(
                "az-loss",
                "zone a",
                ExampleDay.FAULT_START * 1_000_000_000L,
                ExampleDay.FAULT_END * 1_000_000_000L,
                RECORD_FROM,
                Arrays.stream(arrived, RECORD_FROM, RECORD_TO).boxed().toList(),
                Arrays.stream(failed, RECORD_FROM, RECORD_TO).boxed().toList());
    }

    long arrived() {
        return Arrays.stream(arrived).asLongStream().sum();
    }

    /** Mean requests/s of a minute. */
    double rateOf(int minute) {
        return Arrays.stream(arrived, minute * 60, minute * 60 + 60).average().orElse(0);
    }

    private static final class Tally {

        private final Map<Cause, Long> failed = new EnumMap<>(Cause.class);
        private final Map<Cause, TreeMap<Integer, Long>> latency = new EnumMap<>(Cause.class);
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private long counted;

        void fail(Cause cause, int status) {
            counted++;
            failed.merge(cause, 1L, Long::sum);
            statuses.merge(status, 1L, Long::sum);
        }

        void succeed(Cause cause, double millis) {
            counted++;
            latency.computeIfAbsent(cause, absent -> new TreeMap<>())
                    .merge(LatencyBuckets.indexOf((long) (millis * 1e6)), 1L, Long::sum);
        }

        ViewOutcome outcome() {
            Map<Cause, SparseHistogram> sparse = new EnumMap<>(Cause.class);
            latency.forEach((cause, counts) -> {
                LatencyHistogram dense = new LatencyHistogram();
                counts.forEach(dense::add);
                sparse.put(cause, SparseHistogram.of(dense));
            });
            return new ViewOutcome(counted, failed, sparse, statuses);
        }
    }
}
