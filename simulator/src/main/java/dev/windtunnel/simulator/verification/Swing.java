package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.compile.StationNetwork.Station;
import dev.windtunnel.simulator.engine.StandingPlant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unlimited servers under a rate that swings: M_t/M/infinity in its periodic regime, seen over one period after one that is
 * warm-up. Instants count from the beginning of a period.
 *
 * <p>The number of busy servers follows a sine of the same period, so its peak and the lag behind the rate's are those of
 * the sine fitted to all of the period (Eick, Massey, Whitt 1993).
 */
record Swing(StationNetwork.Wave wave, Station station) implements CaseModel {

    private static final double BUDGET = 15_000_000;
    private static final int FEWEST = 10;
    private static final int STEPS = 600;
    private static final Pattern INSTANT = Pattern.compile("(mean_busy|variance)_at_([0-9.]+)s");

    static Swing read(JsonValue model) {
        if (!model.get("servers").text().equals("unlimited")) {
            throw model.get("servers").expected("'unlimited'");
        }
        return new Swing(
                Wave.read(model.get("rate")),
                new Station(
                        "servers",
                        1,
                        Station.UNLIMITED,
                        0,
                        Station.ENDLESS,
                        Distributions.read(model.get("service")),
                        null,
                        List.of()));
    }

    @Override
    public Map<String, Estimate> measure(List<String> metrics, long seed, double effort) {
        double perRun = 2 * wave.meanPerSecond() * wave.periodSeconds();
        int runs = (int) Math.max(FEWEST, Math.round(BUDGET * effort / perRun));
        double[][] busy = new double[runs][];
        for (int run = 0; run < runs; run++) {
            busy[run] = busy(Seeds.of(seed, run));
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (String metric : metrics) {
            double[] values = new double[runs];
            boolean isKnown = true;
            for (int run = 0; run < runs; run++) {
                OptionalDouble value = value(metric, busy[run], busy);
                isKnown &= value.isPresent();
                values[run] = value.orElse(0);
            }
            if (isKnown) {
                estimates.put(metric, Estimate.of(values, 0));
            }
        }
        return estimates;
    }

    /** Busy servers at equal steps of the second period. */
    private double[] busy(long seed) {
        long period = Math.round(wave.periodSeconds() * 1e9);
        long horizon = 2 * period + 1;
        StationNetwork network = StationNetwork.single(wave, station, horizon);
        NetworkWatch watch = new NetworkWatch(network.stations());
        StandingPlant plant = new StandingPlant(network.compile(seed), watch);
        double[] busy = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            plant.advance(period + period / STEPS * step);
            busy[step] = watch.station(0).inSystem();
        }
        return busy;
    }

    private OptionalDouble value(String metric, double[] busy, double[][] all) {
        Matcher instant = INSTANT.matcher(metric);
        if (instant.matches()) {
            double place = Double.parseDouble(instant.group(2)) / wave.periodSeconds() * STEPS;
            int step = Math.floorMod((int) Math.round(place), STEPS);
            return OptionalDouble.of(
                    instant.group(1).equals("variance") ? squaredDeviation(step, busy, all) : busy[step]);
        }
        return switch (metric) {
            case "peak_mean_busy" -> OptionalDouble.of(mean(busy) + amplitude(busy));
            case "peak_lag_s" -> OptionalDouble.of(lag(busy));
            default -> OptionalDouble.empty();
        };
    }

    /** Its mean over the runs is the unbiased sample variance. */
    private static double squaredDeviation(int step, double[] busy, double[][] all) {
        double mean = 0;
        for (double[] run : all) {
            mean += run[step] / all.length;
        }
        double deviation = busy[step] - mean;
        return deviation * deviation * all.length / (all.length - 1);
    }

    private static double mean(double[] busy) {
        double sum = 0;
        for (double value : busy) {
            sum += value;
        }
        return sum / STEPS;
    }

    private static double amplitude(double[] busy) {
        double sine = component(busy, false);
        double cosine = component(busy, true);
        return Math.sqrt(sine * sine + cosine * cosine);
    }

    /** How long after the rate's peak the sine has its own. */
    private double lag(double[] busy) {
        double sign = Math.signum(wave.amplitudePerSecond());
        double phase = StrictMath.atan2(-component(busy, true) * sign, component(busy, false) * sign);
        return phase / (2 * StrictMath.PI) * wave.periodSeconds();
    }

    /** The fitted coefficient of the sine, or the cosine. */
    private static double component(double[] busy, boolean isCosine) {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            double angle = 2 * StrictMath.PI * step / STEPS;
            sum += busy[step] * (isCosine ? StrictMath.cos(angle) : StrictMath.sin(angle));
        }
        return 2 * sum / STEPS;
    }

    @Override
    public double shortening(double effort) {
        return 1;
    }
}
