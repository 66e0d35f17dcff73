package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is measured of an environment, where it goes, and whom it wakes (S29, S55 to S58). */
@Doc("Metrics, logs, traces and alarms of an environment")
public record Observability(
        @Doc("CloudWatch Container Insights; absent means off (S55)") @Nullable ContainerInsights containerInsights,

        @Doc("Prometheus metrics, kept in Amazon Managed Service for Prometheus; absent means none (S55)") @Nullable Prometheus prometheus,

        @Doc("Amazon Managed Grafana; absent means none (S55)") @Nullable Grafana grafana,

        @Doc("Ways that logs take, by name (S56)") @Default("{}")
        List<LogRoute> logs,

        @Doc("Distributed tracing; absent means none (S57)") @Nullable Tracing tracing,

        @Doc("Whom alarms tell, by name (S58)") @Default("{}")
        List<Receiver> receivers,

        @Doc("Who is told when nobody answers, by name") @Default("{}")
        List<Escalation> escalations,

        @Doc("Service level objectives with their burn-rate alerts, by name (S58)") @Default("{}")
        List<Slo> slos,

        @Doc("Alarms on single metrics, by name") @Default("{}")
        List<Alarm> alarms,

        @Doc("Dashboards, by name") @Default("{}") List<Dashboard> dashboards) {

    /** Copies the lists. */
    public Observability {
        logs = List.copyOf(logs);
        receivers = List.copyOf(receivers);
        escalations = List.copyOf(escalations);
        slos = List.copyOf(slos);
        alarms = List.copyOf(alarms);
        dashboards = List.copyOf(dashboards);
    }

    /** Nothing but what the services count by themselves. */
    public Observability() {
        this(null, null, null, List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
