package dev.windtunnel.simulator.coverage;

import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.metric.LatencyBuckets;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.SparseHistogram;
import java.util.function.ToDoubleFunction;

/**
 * A field of the result or a line of the bill, as one number.
 *
 * @param name of it, for people
 */
record Measure(String name, ToDoubleFunction<CustomerRun> of) {

    @Override
    public String toString() {
        return name;
    }

    /** Requests that set out. */
    static Measure arrived() {
        return new Measure("requests", run -> run.result().arrived());
    }

    /** Requests that failed for the client. */
    static Measure failed() {
        return new Measure("failed requests", run -> run.result().endpoints().stream()
                .mapToLong(endpoint -> endpoint.client().failedTotal())
                .sum());
    }

    /** Mean time of what succeeded for the client, in seconds. */
    static Measure latency() {
        return new Measure("mean latency", run -> {
            double sum = 0;
            long count = 0;
            for (EndpointOutcome endpoint : run.result().endpoints()) {
                for (SparseHistogram each : endpoint.client().latency().values()) {
                    for (int i = 0; i < each.buckets().size(); i++) {
                        count += each.counts().get(i);
                        sum += 1e-9
                                * each.counts().get(i)
                                * LatencyBuckets.midpointNanos(each.buckets().get(i));
                    }
                }
            }
            return sum / count;
        });
    }

    /** The minutes' values of a gauge, added up over all series of this metric with a label of this value. */
    static Measure gauge(String metric, String label) {
        return new Measure(metric + (label.isEmpty() ? "" : " of " + label), run -> sum(run.result(), metric, label));
    }

    private static double sum(RunResult result, String metric, String label) {
        return result.series().stream()
                .filter(series -> series.metric().equals(metric))
                .filter(series -> label.isEmpty() || series.labels().containsValue(label))
                .map(Series::values)
                .flatMap(values -> values.stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Entries of a kind in the journal. */
    static Measure entries(Class<? extends JournalEntry> kind) {
        return new Measure(
                "journal: " + kind.getSimpleName(),
                run -> run.result().journal().stream().filter(kind::isInstance).count());
    }

    /** Dollars of the lines of an account whose item begins so. */
    static Measure bill(String account, String item) {
        return new Measure("bill: " + item + " of " + account, run -> run.bill().lines().stream()
                .filter(line -> line.account().equals(account) && line.item().startsWith(item))
                .map(Bill.Line::amount)
                .mapToDouble(amount -> amount.usd().doubleValue())
                .sum());
    }

    /** Dollars of the lines of production whose item begins so. */
    static Measure bill(String item) {
        return bill("prod", item);
    }
}
