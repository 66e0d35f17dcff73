package dev.windtunnel.simulator.verification;

import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.engine.StandingPlant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An open network in its steady state: replications with seeds of their own, each with a warm-up that is not measured.
 *
 * @param template with any horizon
 * @param ratePerSecond of arrivals from outside
 */
record NetworkModel(StationNetwork template, double ratePerSecond, RunLength length) implements CaseModel {

    @Override
    public Map<String, Estimate> measure(List<String> metrics, long seed, double effort) {
        RunLength run = length.times(effort);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int replication = 0; replication < run.replications(); replication++) {
            NetworkMetrics measured = replicate(Seeds.of(seed, replication), run);
            for (String metric : metrics) {
                OptionalDouble value = measured.value(metric);
                if (value.isPresent()) {
                    values.computeIfAbsent(metric, _ -> new double[run.replications()])[replication] =
                            value.getAsDouble();
                }
            }
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        values.forEach((metric, all) -> estimates.put(
                metric, Estimate.of(all, NetworkMetrics.isQuantile(metric) ? FineHistogram.RELATIVE_ERROR : 0)));
        return estimates;
    }

    private NetworkMetrics replicate(long seed, RunLength run) {
        long warm = (long) (run.warmup() / ratePerSecond * 1e9);
        long end = warm + (long) (run.measured() / ratePerSecond * 1e9);
        StationNetwork network = template.until(end);
        NetworkWatch watch = new NetworkWatch(network.stations());
        StandingPlant plant = new StandingPlant(network.compile(seed), watch);
        plant.advance(warm);
        watch.open(warm);
        plant.advance(end);
        watch.close(end);
        return new NetworkMetrics(network.stations(), watch);
    }

    @Override
    public double shortening(double effort) {
        return length.total() / length.times(effort).total();
    }
}
