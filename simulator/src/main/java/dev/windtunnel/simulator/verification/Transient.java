package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.compile.StationNetwork.Station;
import dev.windtunnel.simulator.engine.StandingPlant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A station that starts empty, looked at in given instants of many independent runs.
 *
 * @param requestsPerSecond about how many; decides how many runs are made
 */
record Transient(StationNetwork.Source source, Station station, double requestsPerSecond) implements CaseModel {

    /** Requests that all runs together simulate at full effort, and bounds of the number of runs. */
    private static final double BUDGET = 20_000_000;

    private static final int FEWEST = 40;
    private static final int MOST = 100_000;

    private static final Pattern METRIC =
            Pattern.compile("(mean_in_system|mean_queue_length|mean_busy|p_empty|p_wait_arrival)_at_([0-9.]+)s");

    private static final Pattern TRUNCATED = Pattern.compile(".*truncated at ([0-9]{1,9})\\b.*");

    static Transient read(TheoryCase theory) {
        JsonValue model = theory.model();
        JsonValue arrivals = model.get("arrivals");
        if (!arrivals.get("process").text().equals("poisson")) {
            throw arrivals.get("process").expected("poisson");
        }
        onlyEmpty(model);
        double rate = arrivals.get("rate_per_s").positive();
        return new Transient(new StationNetwork.Renewal(new Distribution.Exponential(1 / rate)), station(theory), rate);
    }

    static Transient readWave(TheoryCase theory) {
        JsonValue model = theory.model();
        onlyEmpty(model);
        StationNetwork.Wave wave = Wave.read(model.get("rate"));
        return new Transient(wave, station(theory), wave.meanPerSecond());
    }

    /**
     * The station. Forward equations are solved for a system that holds so many and refuses further ones; under overload
     * their solution is that system's and not the unbounded one's, so the same system is run.
     */
    private static Station station(TheoryCase theory) {
        Station station = NetworkReader.station(theory.model());
        Matcher truncated = TRUNCATED.matcher(
                theory.root().find("method").map(JsonValue::text).orElse(""));
        if (station.line() != Station.ENDLESS || !truncated.matches()) {
            return station;
        }
        int line = Math.max(0, Integer.parseInt(truncated.group(1)) - station.workers());
        return new Station(
                station.name(),
                station.pods(),
                station.workers(),
                station.cpus(),
                line,
                station.service(),
                station.patience(),
                station.next());
    }

    private static void onlyEmpty(JsonValue model) {
        if (model.has("initial") && !model.get("initial").text().startsWith("empty")) {
            throw new NotUnderstood("a start that is not empty");
        }
    }

    @Override
    public Map<String, Estimate> measure(List<String> metrics, long seed, double effort) {
        TreeSet<Long> instants = new TreeSet<>();
        for (String metric : metrics) {
            Matcher matcher = METRIC.matcher(metric);
            if (matcher.matches()) {
                instants.add(nanos(matcher));
            }
        }
        Map<String, double[]> values = new LinkedHashMap<>();
        if (instants.isEmpty()) {
            return new LinkedHashMap<>();
        }
        int runs = (int) Math.clamp(BUDGET * effort / (requestsPerSecond * instants.last() / 1e9), FEWEST, MOST);
        for (int run = 0; run < runs; run++) {
            observe(Seeds.of(seed, run), run, runs, instants, metrics, values);
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        values.forEach((metric, all) -> estimates.put(metric, estimate(metric, all)));
        return estimates;
    }

    private void observe(
            long seed, int run, int runs, TreeSet<Long> instants, List<String> metrics, Map<String, double[]> values) {
        // Nobody gives up: the client's timeout is beyond the horizon.
        long horizon = instants.last() + 1;
        StationNetwork network = StationNetwork.single(source, station, horizon);
        NetworkWatch watch = new NetworkWatch(network.stations());
        StandingPlant plant = new StandingPlant(network.compile(seed), watch);
        for (long instant : instants) {
            plant.advance(instant);
            for (String metric : metrics) {
                Matcher matcher = METRIC.matcher(metric);
                if (matcher.matches() && nanos(matcher) == instant) {
                    values.computeIfAbsent(metric, _ -> new double[runs])[run] =
                            seen(matcher.group(1), watch.station(0));
                }
            }
        }
    }

    private double seen(String what, StationTally tally) {
        return switch (what) {
            case "p_empty" -> tally.inSystem() == 0 ? 1 : 0;
            case "p_wait_arrival" -> tally.inSystem() >= station.workers() ? 1 : 0;
            case "mean_queue_length" -> tally.waiting();
            case "mean_busy" -> tally.inSystem() - tally.waiting();
            default -> tally.inSystem();
        };
    }

    private static Estimate estimate(String metric, double[] values) {
        if (!metric.startsWith("p_")) {
            return Estimate.of(values, 0);
        }
        int hits = 0;
        for (double value : values) {
            hits += value == 1 ? 1 : 0;
        }
        return Estimate.probability(hits, values.length);
    }

    private static long nanos(Matcher metric) {
        return Math.round(Double.parseDouble(metric.group(2)) * 1e9);
    }

    @Override
    public double shortening(double effort) {
        return 1;
    }
}
