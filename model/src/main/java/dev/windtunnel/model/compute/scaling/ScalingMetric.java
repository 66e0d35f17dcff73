package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.Share;
import org.jspecify.annotations.Nullable;

/** A metric of a HorizontalPodAutoscaler beside CPU; the largest proposal of all metrics counts (Kubernetes sheet, sections 1.2 and 1.4). */
@Choice(key = "type")
@Doc("A metric of a HorizontalPodAutoscaler beside CPU")
public sealed interface ScalingMetric {

    /** CPU or memory of one container (ContainerResource). */
    @Tag("container-resource")
    @Doc("CPU or memory of one container, as a share of its request")
    record ContainerResource(
            @Doc("Container, such as a sidecar's name") String container,
            @Doc("cpu or memory") Resource resource,
            @Doc("Target utilization") Share utilization)
            implements ScalingMetric {

        /** What of a container is measured. */
        public enum Resource {
            /** CPU time. */
            CPU,
            /** Memory. */
            MEMORY
        }

        /** @throws IllegalArgumentException if the target is 0 */
        public ContainerResource {
            if (utilization.value() == 0) {
                throw new IllegalArgumentException("utilization is above 0%");
            }
        }
    }

    /** A custom metric of each pod (Pods). */
    @Tag("pods")
    @Doc("A custom metric of each pod")
    record Pods(
            @Doc("Metric, such as http_requests_per_second") String metric,
            @Doc("Target of the average over pods") double averageValue)
            implements ScalingMetric {

        /** @throws IllegalArgumentException if the target is not above 0 */
        public Pods {
            isAboveZero("averageValue", averageValue);
        }
    }

    /** A metric from outside the cluster (External). */
    @Tag("external")
    @Doc("A metric from outside the cluster")
    record External(
            @Doc("Metric, such as the visible messages of a queue")
            String metric,

            @Doc("Target of the whole; absent if averageValue is written") @Nullable Double value,

            @Doc("Target of the whole divided by the pods; absent if value is written") @Nullable Double averageValue)
            implements ScalingMetric {

        /** @throws IllegalArgumentException unless exactly one target is there and above 0 */
        public External {
            if ((value == null) == (averageValue == null)) {
                throw new IllegalArgumentException(
                        "value or averageValue is written, found " + (value == null ? "neither" : "both"));
            }
            isAboveZero("value", value == null ? 1 : value);
            isAboveZero("averageValue", averageValue == null ? 1 : averageValue);
        }
    }

    private static void isAboveZero(String key, double target) {
        if (!(target > 0)) {
            throw new IllegalArgumentException(key + " is above 0, found " + target);
        }
    }
}
