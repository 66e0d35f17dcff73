package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm on one metric, as CloudWatch has it (S58, OBS-01). */
@Doc("An alarm on one metric (CloudWatch)")
public record Alarm(
        @Named String name,

        @Doc("Metric with its namespace, AWS/RDS FreeStorageSpace")
        String metric,

        @Doc("Statistic: Average, Sum, Minimum, Maximum, SampleCount or a percentile, p99") @Default("Average")
        String statistic,

        @Doc("When it is bad: above or below the threshold") @Default("above")
        Comparison when,

        @Doc("Threshold, in the metric's own unit") double threshold,

        @Doc("Time that one value covers: 10s, 20s, 30s or a multiple of 1m (OBS-01)") @Default("1m")
        Duration period,

        @Doc("Periods that are looked at") @Default("1") int evaluationPeriods,

        @Doc("Periods of these that have to be bad; absent means all") @Nullable Integer datapointsToAlarm,

        @Doc("What a period without a value counts as: missing, breaching, not-breaching or ignore") @Default("missing")
        MissingData missingData,

        @Doc("Receivers; empty means that nobody is told") @Default("[]")
        List<String> receivers,

        @Doc("Runbook that it names; absent means none") @Nullable String runbook) {

    /** When a value is bad. */
    public enum Comparison {
        /** Above the threshold. */
        ABOVE,
        /** Below the threshold. */
        BELOW
    }

    /** What a period without a value counts as. */
    public enum MissingData {
        /** Nothing is known. */
        MISSING,
        /** Bad. */
        BREACHING,
        /** Good. */
        NOT_BREACHING,
        /** The state stays. */
        IGNORE
    }

    private static final List<Long> HIGH_RESOLUTION_SECONDS = List.of(10L, 20L, 30L);

    /** @throws IllegalArgumentException outside what CloudWatch accepts */
    public Alarm {
        receivers = List.copyOf(receivers);
        long seconds = period.toSeconds();
        boolean isOffered = period.equals(Duration.ofSeconds(seconds))
                && (HIGH_RESOLUTION_SECONDS.contains(seconds) || (seconds > 0 && seconds % 60 == 0));
        if (!isOffered) {
            throw new IllegalArgumentException("period is 10s, 20s, 30s or a multiple of 1m");
        }
        if (evaluationPeriods < 1) {
            throw new IllegalArgumentException("evaluationPeriods is at least 1, found " + evaluationPeriods);
        }
        if (datapointsToAlarm != null && (datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods)) {
            throw new IllegalArgumentException("datapointsToAlarm lies between 1 and evaluationPeriods, "
                    + evaluationPeriods + ", found " + datapointsToAlarm);
        }
    }
}
