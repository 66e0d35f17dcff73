package dev.windtunnel.simulator.verdict;

import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The loss of a zone, step by step, beside a measured drill.
 *
 * <p>The drill is CAL-03: a public EKS project's lab (three zones, ALB in ip mode, RDS Multi-AZ, probes once a second from
 * outside), whole zone cut, third run. Its node recovery is from the first run (CAL-01). One drill is a band of plausibility,
 * not a target.
 *
 * @param steps in the order of time; those that did not happen come last
 */
public record FaultTimeline(FaultWindow fault, List<Step> steps) {

    private static final double SECOND_NANOS = 1e9;
    private static final int HALF_HOLDS_SECONDS = 10;

    /** Copies. */
    public FaultTimeline {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param seconds after the fault's start; null if it did not happen within the run
     * @param detail more about it, empty if there is no more to say
     * @param drill what the measured drill showed
     */
    public record Step(String what, @Nullable Double seconds, String detail, String drill) {}

    /** The timelines of all lost zones. */
    static List<FaultTimeline> of(RunResult result, List<FaultHarm> harms) {
        return harms.stream()
                .filter(harm -> harm.fault().kind().equals("az-loss"))
                .map(harm -> of(result, harm))
                .toList();
    }

    private static FaultTimeline of(RunResult result, FaultHarm harm) {
        FaultWindow fault = harm.fault();
        List<JournalEntry> after = during(result, fault);
        List<Step> steps = new ArrayList<>();
        steps.add(halfAnswered(fault));
        steps.add(step(
                "Load balancer takes lost targets out",
                fault,
                after,
                entry -> entry instanceof JournalEntry.TargetsChanged changed && !changed.healthy(),
                "not reported"));
        steps.add(step(
                "DNS drops the zone's address",
                fault,
                after,
                entry -> entry instanceof JournalEntry.DnsChanged changed && !changed.present(),
                "not reported"));
        steps.add(step(
                "Nodes NotReady",
                fault,
                after,
                entry -> entry instanceof JournalEntry.NodeHealthChanged changed && !changed.ready(),
                "46 to 60 s"));
        steps.add(step(
                "Database failing over",
                fault,
                after,
                entry -> entry instanceof JournalEntry.DatabaseChanged changed && !isAvailable(changed),
                "not reported"));
        steps.add(step(
                "Database available",
                fault,
                after,
                entry -> entry instanceof JournalEntry.DatabaseChanged changed && isAvailable(changed),
                "73 s"));
        steps.add(new Step(
                "Errors back inside the objective",
                harm.back() < 0 ? null : (double) harm.back(),
                "over every 60 s from then on",
                "API down for about 55 s"));
        steps.add(step("Pods evicted", fault, after, JournalEntry.PodsEvicted.class::isInstance, "346 s"));
        steps.add(pending(result, fault, after));
        List<JournalEntry> all = result.journal().stream()
                .filter(entry -> entry.atNanos() >= fault.startNanos())
                .toList();
        steps.add(step(
                "Zone back",
                fault,
                all,
                entry -> entry instanceof JournalEntry.FaultEnded && isAbout(fault, entry.what()),
                "not reported"));
        steps.add(step(
                "Nodes of the zone Ready again",
                fault,
                all,
                entry -> entry.atNanos() >= fault.endNanos() && isReadyNode(entry, fault),
                "14 s after the zone (first run, CAL-01)"));
        steps.sort(Comparator.comparingDouble(step -> step.seconds() == null ? Double.MAX_VALUE : step.seconds()));
        return new FaultTimeline(fault, steps);
    }

    /** From the fault's start until the next fault's start: what belongs to this one. */
    private static List<JournalEntry> during(RunResult result, FaultWindow fault) {
        long until = result.faults().stream()
                .mapToLong(FaultWindow::startNanos)
                .filter(start -> start > fault.startNanos())
                .min()
                .orElse(Long.MAX_VALUE);
        return result.journal().stream()
                .filter(entry -> entry.atNanos() >= fault.startNanos() && entry.atNanos() < until)
                .toList();
    }

    private static Step step(
            String what, FaultWindow fault, List<JournalEntry> after, Predicate<JournalEntry> isIt, String drill) {
        List<JournalEntry> entries = after.stream().filter(isIt).toList();
        return entries.isEmpty()
                ? new Step(what, null, "", drill)
                : new Step(
                        what,
                        secondsAfter(fault, entries.getFirst()),
                        entries.getFirst().what(),
                        drill);
    }

    private static double secondsAfter(FaultWindow fault, JournalEntry entry) {
        return (entry.atNanos() - fault.startNanos()) / SECOND_NANOS;
    }

    /** The first second from which on, for ten seconds, at least half of the requests succeed. */
    private static Step halfAnswered(FaultWindow fault) {
        String what = "Half of the requests succeed again";
        String drill = "after about 55 s (8 timeouts in a row until then)";
        int start = Math.max(0, (int) (fault.startNanos() / 1_000_000_000L) - fault.firstSecond());
        for (int second = start; second + HALF_HOLDS_SECONDS <= fault.arrived().size(); second++) {
            int arrived = 0;
            int failed = 0;
            for (int later = second; later < second + HALF_HOLDS_SECONDS; later++) {
                arrived += fault.arrived().get(later);
                failed += fault.failed().get(later);
            }
            if (arrived > 0 && 2 * failed <= arrived) {
                String detail = failed + " of " + arrived + " requests that set out in the next " + HALF_HOLDS_SECONDS
                        + " s failed";
                return new Step(what, (double) (second - start), detail, drill);
            }
        }
        return new Step(what, null, "", drill);
    }

    private static Step pending(RunResult result, FaultWindow fault, List<JournalEntry> after) {
        Step first = step(
                "Pods without a node",
                fault,
                after,
                JournalEntry.PodsPending.class::isInstance,
                "one pod, for 99 s (CPU requests at 98 to 99%)");
        if (first.seconds() == null) {
            return first;
        }
        int from = (int) (fault.startNanos() / 60_000_000_000L);
        double most = 0;
        int minutes = 0;
        int recordEnd = (fault.firstSecond() + fault.arrived().size()) / 60;
        for (int minute = from; minute < Math.min(recordEnd, result.minutes().size()); minute++) {
            double pods = 0;
            for (Series series : result.series()) {
                if (series.metric().equals("pods.pending")
                        && minute < series.values().size()) {
                    pods += series.values().get(minute);
                }
            }
            most = Math.max(most, pods);
            minutes += pods > 0 ? 1 : 0;
        }
        String detail = minutes == 0
                ? first.detail()
                : "up to " + Math.round(most) + " at the end of a minute, in " + minutes
                        + (minutes == 1 ? " minute" : " minutes");
        return new Step(first.what(), first.seconds(), detail, first.drill());
    }

    private static boolean isAvailable(JournalEntry.DatabaseChanged changed) {
        return changed.state().equals("available");
    }

    private static boolean isAbout(FaultWindow fault, String what) {
        return what.startsWith(fault.subject() + " ") || !what.startsWith("zone ");
    }

    private static boolean isReadyNode(JournalEntry entry, FaultWindow fault) {
        boolean answersAgain = entry instanceof JournalEntry.NodeHealthChanged changed
                && changed.ready()
                && isIn(fault, changed.zone());
        boolean isNew = entry instanceof JournalEntry.NodeReady ready && isIn(fault, ready.zone());
        return answersAgain || isNew;
    }

    private static boolean isIn(FaultWindow fault, String zone) {
        return fault.subject().equals("zone " + zone);
    }
}
