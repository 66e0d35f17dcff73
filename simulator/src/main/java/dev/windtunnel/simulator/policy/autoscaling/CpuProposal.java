package dev.windtunnel.simulator.policy.autoscaling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The size that CPU utilization alone asks for (Kubernetes sheet, sections 1.2 and 1.3; {@code replica_calculator.go}).
 *
 * <p>Utilization is cut to whole percent before it is divided by the target: 65.9 % against 60 % is 65/60, inside the
 * tolerance.
 */
sealed interface CpuProposal {

    /** Why, a sentence without a full stop. */
    String reason();

    /** The metric yields a size. */
    record Computed(int replicas, int utilizationPercent, String reason) implements CpuProposal {}

    /** The metric yields nothing: the size stays. */
    record Failed(String reason) implements CpuProposal {}

    static CpuProposal of(AutoscalerSettings settings, int currentReplicas, List<PodMetrics> pods, long nowNanos) {
        Tally tally = new Tally();
        for (PodMetrics pod : pods) {
            if (pod.requestMillis() < 0) {
                return new Failed("a pod without a CPU request has no utilization");
            }
            tally.add(pod, PodGroup.of(pod, settings, nowNanos));
        }
        if (tally.requestMillis == 0) {
            return new Failed("no CPU sample of a ready pod: " + tally.others());
        }
        int utilization = percent(tally.usageMillis, tally.requestMillis);
        double ratio = (double) utilization / settings.targetPercent();
        String measured = "CPU " + utilization + " % of request against a target of " + settings.targetPercent()
                + " % on " + count(tally.ready, "ready pod");
        boolean addsUnready = tally.unready > 0 && ratio > 1;
        if (!addsUnready && tally.missing == 0) {
            return isTolerated(settings, ratio)
                    ? new Computed(currentReplicas, utilization, measured + ", " + tolerated(settings))
                    : proposed(ratio, utilization, tally.ready, settings, utilization, measured);
        }
        return corrected(settings, currentReplicas, tally, utilization, measured);
    }

    /** Pods without a usable sample are assumed to work against the change; it happens only if it still would. */
    private static CpuProposal corrected(
            AutoscalerSettings settings, int currentReplicas, Tally tally, int utilization, String measured) {
        double ratio = (double) utilization / settings.targetPercent();
        long usageMillis = tally.usageMillis;
        long requestMillis = tally.requestMillis;
        int counted = tally.ready;
        StringBuilder reason = new StringBuilder(measured);
        if (tally.missing > 0 && ratio != 1) {
            int assumedPercent = ratio < 1 ? Math.max(100, settings.targetPercent()) : 0;
            requestMillis += tally.missingRequestMillis;
            usageMillis += ratio < 1 ? tally.missingUsageMillis(assumedPercent) : 0;
            counted += tally.missing;
            reason.append(", with ").append(count(tally.missing, "pod")).append(" without a sample taken as ");
            reason.append(assumedPercent).append(" %");
        }
        if (tally.unready > 0 && ratio > 1) {
            requestMillis += tally.unreadyRequestMillis;
            counted += tally.unready;
            reason.append(", with ").append(count(tally.unready, "unready pod")).append(" taken as 0 %");
        }
        int assumed = percent(usageMillis, requestMillis);
        double assumedRatio = (double) assumed / settings.targetPercent();
        reason.append(", so ").append(assumed).append(" %");
        boolean crosses = (ratio < 1 && assumedRatio > 1) || (ratio > 1 && assumedRatio < 1);
        if (isTolerated(settings, assumedRatio)) {
            return new Computed(
                    currentReplicas,
                    utilization,
                    reason.append(", ").append(tolerated(settings)).toString());
        }
        if (crosses) {
            return new Computed(currentReplicas, utilization, reason + ", beyond the target: no change");
        }
        Computed proposal = proposed(assumedRatio, assumed, counted, settings, utilization, reason.toString());
        boolean wrongWay = (assumedRatio < 1 && proposal.replicas() > currentReplicas)
                || (assumedRatio > 1 && proposal.replicas() < currentReplicas);
        return wrongWay
                ? new Computed(currentReplicas, utilization, proposal.reason() + ", against the direction: no change")
                : proposal;
    }

    private static Computed proposed(
            double ratio, int percent, int pods, AutoscalerSettings settings, int utilization, String reason) {
        // The cast saturates at 2^31 - 1, as the controller does.
        int replicas = (int) Math.ceil(ratio * pods);
        String printed = BigDecimal.valueOf(percent)
                .divide(BigDecimal.valueOf(settings.targetPercent()), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Computed(replicas, utilization, reason + ": ceil(" + printed + " x " + pods + ") = " + replicas);
    }

    private static int percent(long usageMillis, long requestMillis) {
        return (int) Math.min(Integer.MAX_VALUE, Math.multiplyExact(usageMillis, 100L) / requestMillis);
    }

    private static boolean isTolerated(AutoscalerSettings settings, double ratio) {
        return 1.0 - settings.toleranceDown() <= ratio && ratio <= 1.0 + settings.toleranceUp();
    }

    private static String tolerated(AutoscalerSettings settings) {
        String up = printPercent(settings.toleranceUp());
        String down = printPercent(settings.toleranceDown());
        return "inside the tolerance of " + (up.equals(down) ? up : "+" + up + ", -" + down) + " %";
    }

    private static String printPercent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String count(int pods, String what) {
        return pods + " " + what + (pods == 1 ? "" : "s");
    }

    /** Sums over the groups. */
    final class Tally {
        private int ready;
        private int unready;
        private int missing;
        private int ignored;
        private long usageMillis;
        private long requestMillis;
        private long unreadyRequestMillis;
        private long missingRequestMillis;
        private final List<Long> missingRequests = new ArrayList<>();

        private void add(PodMetrics pod, PodGroup group) {
            switch (group) {
                case READY -> {
                    ready++;
                    usageMillis += pod.usageMillis();
                    requestMillis += pod.requestMillis();
                }
                case UNREADY -> {
                    unready++;
                    unreadyRequestMillis += pod.requestMillis();
                }
                case MISSING -> {
                    missing++;
                    missingRequestMillis += pod.requestMillis();
                    missingRequests.add(pod.requestMillis());
                }
                case IGNORED -> ignored++;
            }
        }

        private long missingUsageMillis(int percent) {
            return missingRequests.stream()
                    .mapToLong(request -> request * percent / 100)
                    .sum();
        }

        private String others() {
            return unready + " unready, " + missing + " without a sample, " + ignored + " ending";
        }
    }
}
