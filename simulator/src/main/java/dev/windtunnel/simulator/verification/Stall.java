package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.compile.StationNetwork.Station;
import dev.windtunnel.simulator.engine.StandingPlant;
import dev.windtunnel.simulator.world.traffic.StationProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An open loop of evenly spaced requests to servers that halt for a while in every cycle. Whoever measures from the moment a
 * request gets through, not from the moment it was meant to, sees almost nothing of it. Seen over the second cycle.
 *
 * @param fromSeconds into the cycle, begin of the halt
 * @param toSeconds into the cycle, its end
 */
record Stall(
        double gapSeconds,
        double serviceSeconds,
        int servers,
        double fromSeconds,
        double toSeconds,
        double cycleSeconds)
        implements CaseModel {

    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern HALT =
            Pattern.compile("\\[" + NUMBER + "\\s*,\\s*" + NUMBER + "\\)\\s*s of each\\s+" + NUMBER + "\\s*s.*");
    private static final Pattern QUANTILE = Pattern.compile("p([0-9]{1,5})_s");
    private static final Pattern OVER = Pattern.compile("fraction_over_([0-9]+)ms");

    static Stall read(JsonValue model) {
        JsonValue text = model.get("stall");
        Matcher halt = HALT.matcher(text.text());
        if (!halt.matches()) {
            throw text.expected("a halt such as '[99,100) s of each 100 s'");
        }
        double from = Double.parseDouble(halt.group(1));
        double to = Double.parseDouble(halt.group(2));
        double cycle = Double.parseDouble(halt.group(3));
        if (from >= to || to > cycle) {
            throw text.expected("a halt that ends within its cycle");
        }
        return new Stall(
                model.get("interarrival_s").positive(),
                model.get("service_s").positive(),
                model.get("servers").whole(1),
                from,
                to,
                cycle);
    }

    @Override
    public Map<String, Estimate> measure(List<String> metrics, long seed, double effort) {
        Cycle cycle = new Cycle();
        run(cycle, seed);
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            Matcher quantile = QUANTILE.matcher(metric);
            Matcher over = OVER.matcher(metric);
            if (quantile.matches()) {
                double share = Double.parseDouble("0." + quantile.group(1));
                estimates.put(metric, fromHistogram(cycle.latencies.quantileNanos(share) / 1e9));
            } else if (over.matches()) {
                long bound = Long.parseLong(over.group(1)) * 1_000_000;
                estimates.put(metric, fromHistogram(cycle.latencies.shareAbove(bound)));
            } else if (metric.equals("max_s")) {
                estimates.put(metric, Estimate.exact(cycle.mostNanos / 1e9));
            } else if (metric.equals("mean_s")) {
                estimates.put(metric, Estimate.exact(cycle.sumNanos / 1e9 / cycle.latencies.total()));
            }
        }
        return estimates;
    }

    private static Estimate fromHistogram(double value) {
        return new Estimate(value, 0, 0, FineHistogram.RELATIVE_ERROR);
    }

    private void run(Cycle cycle, long seed) {
        long cycleNanos = Math.round(cycleSeconds * 1e9);
        // The first request leaves after one gap, so a cycle begins there.
        long origin = Math.round(gapSeconds * 1e9);
        long horizon = origin + 3 * cycleNanos;
        Station station = new Station(
                "server", 1, servers, 0, Station.ENDLESS, new Distribution.Fixed(serviceSeconds), null, List.of());
        StationNetwork network =
                StationNetwork.single(new StationNetwork.Renewal(new Distribution.Fixed(gapSeconds)), station, horizon);
        cycle.from = origin + cycleNanos;
        cycle.to = origin + 2 * cycleNanos;
        StandingPlant plant = new StandingPlant(network.compile(seed), cycle);
        for (int i = 0; i < 3; i++) {
            long start = origin + i * cycleNanos;
            plant.advance(start + Math.round(fromSeconds * 1e9));
            plant.speed(0);
            plant.advance(start + Math.round(toSeconds * 1e9));
            plant.speed(1);
        }
        plant.advance(horizon);
    }

    @Override
    public double shortening(double effort) {
        return 1;
    }

    /** Latencies of the requests that were meant to start in one cycle. */
    private static final class Cycle implements StationProbe {

        private final FineHistogram latencies = new FineHistogram();
        private long from;
        private long to;
        private long mostNanos;
        private double sumNanos;

        @Override
        public void came(int workload, long now) {}

        @Override
        public void refused(int workload, long now) {}

        @Override
        public void started(int workload, long waitedNanos, long now) {}

        @Override
        public void leftLine(int workload, long waitedNanos, long now) {}

        @Override
        public void left(int workload, long sojournNanos, long now) {}

        @Override
        public void answered(int endpoint, boolean isGood, long latencyNanos, long now) {
            long intended = now - latencyNanos;
            if (intended >= from && intended < to) {
                latencies.add(latencyNanos);
                sumNanos += latencyNanos;
                mostNanos = Math.max(mostNanos, latencyNanos);
            }
        }
    }
}
