package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.Share;
import java.time.ZoneId;

/** What KEDA scales by (S24; Kubernetes sheet, section 3, whose defaults these are). */
@Choice(key = "type")
@Doc("What KEDA scales by")
public sealed interface Trigger {

    /** Messages of an SQS queue. */
    @Tag("aws-sqs-queue")
    @Doc("Messages of an SQS queue")
    record SqsQueue(
            @Doc("Queue of the same environment") String queue,
            @Doc("Messages per pod") @Default("5") int queueLength,

            @Doc("Messages above which the first pod is started") @Default("0")
            int activationQueueLength,

            @Doc("Whether messages in work count") @Default("true")
            boolean scaleOnInFlight,

            @Doc("Whether delayed messages count") @Default("false")
            boolean scaleOnDelayed)
            implements Trigger {

        /** @throws IllegalArgumentException if a length is out of its range */
        public SqsQueue {
            if (queueLength < 1) {
                throw new IllegalArgumentException("queueLength is at least 1, found " + queueLength);
            }
            if (activationQueueLength < 0) {
                throw new IllegalArgumentException(
                        "activationQueueLength is not negative, found " + activationQueueLength);
            }
        }
    }

    /** The answer to a query of Prometheus. */
    @Tag("prometheus")
    @Doc("The answer to a query of Prometheus")
    record Prometheus(
            @Doc("Query, which gives one number") String query,
            @Doc("Value per pod") double threshold,

            @Doc("Value above which the first pod is started") @Default("0")
            double activationThreshold,

            @Doc("Whether no answer counts as 0") @Default("true")
            boolean ignoreNullValues)
            implements Trigger {

        /** @throws IllegalArgumentException if the threshold is not above 0 */
        public Prometheus {
            if (!(threshold > 0)) {
                throw new IllegalArgumentException("threshold is above 0, found " + threshold);
            }
        }
    }

    /** A number of pods by the clock. */
    @Tag("cron")
    @Doc("A number of pods by the clock")
    record Cron(
            @Doc("Time zone of both schedules") ZoneId timezone,

            @Doc("Cron schedule at which the pods begin to be wanted")
            Schedule start,

            @Doc("Cron schedule at which they are not wanted any more")
            Schedule end,

            @Doc("Pods in between") int desiredReplicas)
            implements Trigger {

        /** @throws IllegalArgumentException if it begins as it ends or wants no pod */
        public Cron {
            if (start.equals(end)) {
                throw new IllegalArgumentException("end differs from start, found " + end);
            }
            if (desiredReplicas < 1) {
                throw new IllegalArgumentException("desiredReplicas is at least 1, found " + desiredReplicas);
            }
        }
    }

    /** CPU utilization, which alone cannot start a first pod. */
    @Tag("cpu")
    @Doc("CPU used as a share of CPU requested")
    record Cpu(@Doc("Target utilization") Share utilization) implements Trigger {

        /** @throws IllegalArgumentException if the target is 0 */
        public Cpu {
            if (utilization.value() == 0) {
                throw new IllegalArgumentException("utilization is above 0%");
            }
        }
    }
}
