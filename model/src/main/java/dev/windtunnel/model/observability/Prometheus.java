package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Prometheus metrics in Amazon Managed Service for Prometheus (S29, S55). */
@Doc("Prometheus metrics in Amazon Managed Service for Prometheus (AMP)")
public record Prometheus(
        @Doc("Name of the AMP workspace") String workspace,

        @Doc("What scrapes: prometheus in the cluster, adot (OpenTelemetry), or AMP's agentless scraper")
        @Default("adot")
        Collector collector,

        @Doc("Time between two scrapes; 1m is Prometheus' own default") @Default("1m")
        Duration scrapeInterval,

        @Doc("Whether samples are sent to the workspace (remote write); false keeps them in the cluster")
        @Default("true")
        boolean remoteWrite,

        @Doc("Time that the workspace keeps samples, up to 1095d; 150d is AMP's default") @Default("150d")
        Duration retention,

        @Doc("Series of a pod (estimate)") @Default("150") int seriesPerPod,

        @Doc("Series of a node, kubelet and daemons included (estimate)") @Default("1500")
        int seriesPerNode,

        @Doc("KMS key of the workspace; absent means one that AWS owns") @Nullable String key) {

    /** What scrapes. */
    public enum Collector {
        /** A Prometheus server in the cluster. */
        PROMETHEUS,
        /** AWS Distro for OpenTelemetry. */
        ADOT,
        /** A scraper outside of the cluster, AMP's own. */
        AGENTLESS
    }

    /** @throws IllegalArgumentException outside the ranges that the service accepts */
    public Prometheus {
        Limits.atLeast("scrapeInterval", scrapeInterval, Duration.ofSeconds(1));
        Limits.atLeast("retention", retention, Duration.ofDays(1));
        if (retention.compareTo(Duration.ofDays(1095)) > 0) {
            throw new IllegalArgumentException("retention is at most 1095d");
        }
        Limits.notNegative("seriesPerPod", seriesPerPod);
        Limits.notNegative("seriesPerNode", seriesPerNode);
    }
}
