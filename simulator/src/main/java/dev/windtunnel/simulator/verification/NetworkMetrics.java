package dev.windtunnel.simulator.verification;

import dev.windtunnel.simulator.compile.StationNetwork.Station;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of one replication, by the names that cases use. Where there is one station, {@code wait} and {@code sojourn}
 * are that station's; in a network {@code sojourn} is from end to end, and a station's metrics name it.
 */
record NetworkMetrics(List<Station> stations, NetworkWatch watch) {

    private static final Pattern QUANTILE =
            Pattern.compile("(?:served_|accepted_)?(wait|sojourn|response)_p([0-9]{1,5})_s(?:_accepted|_served)?");
    private static final Pattern RATE = Pattern.compile("(?:.+_)?throughput");
    private static final Pattern SERVED = Pattern.compile("served_(mean_(?:wait|sojourn))_s");
    private static final Pattern OF_STATION = Pattern.compile("(?<a>[A-Za-z0-9-]+)_(?<b>utilization|throughput_per_s)"
            + "|(?<c>mean_in|mean_sojourn_per_visit|mean_sojourn|mean_wait|mean_queue_length|residence|visits)"
            + "_(?<d>.+?)(?:_s)?");

    /** Whether the metric is read from a histogram. */
    static boolean isQuantile(String metric) {
        return QUANTILE.matcher(metric).matches();
    }

    /** The metric's value; empty if it is unknown. */
    OptionalDouble value(String name) {
        // A rate may be named without its unit, and whom a mean is over stands before or behind it.
        Matcher rate = RATE.matcher(name);
        Matcher served = SERVED.matcher(name);
        String metric = rate.matches() ? name + "_per_s" : served.matches() ? served.group(1) + "_served_s" : name;
        Matcher quantile = QUANTILE.matcher(metric);
        if (quantile.matches()) {
            double share = Double.parseDouble("0." + quantile.group(2));
            return OptionalDouble.of(histogram(quantile.group(1)).quantileNanos(share) / 1e9);
        }
        double whole = ofWhole(metric);
        return Double.isNaN(whole) ? ofStation(metric) : OptionalDouble.of(whole);
    }

    /** How many servers or CPUs a station has in all. */
    static int servers(Station station) {
        long servers = (long) station.pods() * (station.cpus() == 0 ? station.workers() : station.cpus());
        return (int) Math.min(Integer.MAX_VALUE, servers);
    }

    /** Whether a visit to the only station is all that a request does. */
    private boolean isSingle() {
        return stations.size() == 1 && stations.getFirst().next().isEmpty();
    }

    private FineHistogram histogram(String what) {
        return switch (what) {
            case "wait" -> watch.station(0).waits();
            case "sojourn" -> isSingle() ? watch.station(0).sojourns() : watch.responses();
            default -> watch.responses();
        };
    }

    private double ofWhole(String metric) {
        StationTally first = watch.station(0);
        return switch (metric) {
            case "mean_sojourn_s" -> isSingle() ? first.meanSojourn() : watch.meanResponse();
            case "mean_response_s" -> watch.meanResponse();
            case "mean_response_all_s" -> watch.meanResponseOfAll();
            case "attempt_rate_per_s" -> first.came / first.seconds();
            case "mean_attempts" -> (double) first.came / (watch.good() + watch.bad());
            case "p_request_failed" -> (double) watch.bad() / (watch.good() + watch.bad());
            case "mean_attempt_sojourn_s" -> first.meanSojourn();
            case "goodput_per_s" -> watch.good() / first.seconds();
            case "throughput_per_s" -> isSingle() ? first.left / first.seconds() : watch.good() / first.seconds();
            case "p_throttled" -> (double) watch.bad() / (watch.good() + watch.bad());
            case "accepted_per_s" -> watch.good() / first.seconds();
            case "p_timeout" ->
                first.leftLine > 0
                        ? (double) first.leftLine / first.came
                        : (double) watch.bad() / (watch.good() + watch.bad());
            default -> stations.size() == 1 ? ofOnly(metric, first, stations.getFirst()) : Double.NaN;
        };
    }

    private static double ofOnly(String metric, StationTally tally, Station station) {
        return switch (metric) {
            case "mean_wait_s", "mean_wait_accepted_s", "mean_wait_served_s" -> tally.meanWait();
            case "mean_wait_all_s" -> tally.meanWaitOfAll();
            case "mean_wait_given_wait_s" -> tally.meanWaitOfWaiting();
            case "mean_sojourn_accepted_s", "mean_sojourn_served_s" -> tally.meanSojourn();
            case "var_sojourn_s2" -> tally.varianceOfSojourn();
            case "p_wait", "p_wait_accepted" -> tally.shareThatWaits();
            case "p_block" -> (double) tally.refused / tally.came;
            case "p_abandon" -> (double) tally.leftLine / tally.came;
            case "accepted_throughput_per_s" -> (tally.came - tally.refused) / tally.seconds();
            case "utilization" -> tally.meanBusy() / servers(station);
            case "mean_busy_servers" -> tally.meanBusy();
            case "mean_queue_length" -> tally.meanQueue();
            case "mean_in_system" -> tally.meanQueue() + tally.meanServing();
            default -> Double.NaN;
        };
    }

    private OptionalDouble ofStation(String metric) {
        Matcher named = OF_STATION.matcher(metric);
        if (!named.matches()) {
            return OptionalDouble.empty();
        }
        boolean isSuffix = named.group("a") != null;
        int index = index(isSuffix ? named.group("a") : named.group("d"));
        if (index < 0) {
            return OptionalDouble.empty();
        }
        StationTally tally = watch.station(index);
        Station station = stations.get(index);
        double visits = (double) tally.came / (watch.good() + watch.bad());
        return OptionalDouble.of(
                switch (isSuffix ? named.group("b") : named.group("c")) {
                    case "utilization" -> tally.meanBusy() / servers(station);
                    case "throughput_per_s" -> tally.left / tally.seconds();
                    case "mean_in" -> tally.meanQueue() + tally.meanServing();
                    case "mean_queue_length" -> tally.meanQueue();
                    case "mean_wait" -> tally.meanWait();
                    case "residence" -> visits * tally.meanSojourn();
                    case "visits" -> visits;
                    default -> tally.meanSojourn();
                });
    }

    /** A station by its name, or by its place as in {@code station2}; -1 if there is none. */
    private int index(String name) {
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).name().equals(name) || name.equals("station" + i)) {
                return i;
            }
        }
        return -1;
    }
}
