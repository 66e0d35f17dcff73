package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** metrics-server, where the HorizontalPodAutoscaler reads CPU and memory (Kubernetes sheet, section 2). */
@Doc("metrics-server")
public record MetricsServer(
        @Doc("Version; absent means that nothing is said of it") @Nullable String version,

        @Doc("Time between two scrapes, at least 10s; the chart's default") @Default("15s")
        Duration resolution,

        @Doc("Pods, at least 1") @Default("1") int replicas) {

    /** @throws IllegalArgumentException if a value is below its minimum */
    public MetricsServer {
        if (resolution.compareTo(Duration.ofSeconds(10)) < 0) {
            throw new IllegalArgumentException("resolution is at least 10s, found " + Durations.print(resolution));
        }
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is at least 1, found " + replicas);
        }
    }
}
