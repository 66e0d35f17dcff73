package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/**
 * Distributed tracing (S57). As X-Ray's default rule has it, the first request of each second is traced, and a share of the
 * others.
 */
@Doc("Distributed tracing")
public record Tracing(
        @Doc("What makes and carries spans: opentelemetry (ADOT collector) or the xray-daemon")
        @Default("opentelemetry")
        Collector collector,

        @Doc("Where traces go: xray, or tempo of one's own") @Default("xray")
        Backend backend,

        @Doc("Requests that are traced whatever the share; 1/s is the default of X-Ray") @Default("1/s")
        Rate reservoir,

        @Doc("Share of the requests beyond the reservoir; 5% is the default of X-Ray") @Default("5%")
        Share sampling,

        @Doc("Spans of a request (estimate)") @Default("6") int spansPerRequest,

        @Doc("Time that traces are kept; 30d is X-Ray's, which cannot be changed") @Default("30d")
        Duration retention) {

    /** What makes and carries spans. */
    public enum Collector {
        /** OpenTelemetry. */
        OPENTELEMETRY,
        /** X-Ray's own daemon. */
        XRAY_DAEMON
    }

    /** What keeps traces. */
    public enum Backend {
        /** AWS X-Ray. */
        XRAY,
        /** Grafana Tempo. */
        TEMPO
    }

    private static final Duration KEPT_BY_XRAY = Duration.ofDays(30);

    /** @throws IllegalArgumentException if a trace would hold nothing, or be kept longer than the service does */
    public Tracing {
        if (spansPerRequest < 1) {
            throw new IllegalArgumentException("spansPerRequest is at least 1, found " + spansPerRequest);
        }
        if (backend == Backend.XRAY && !retention.equals(KEPT_BY_XRAY)) {
            throw new IllegalArgumentException("retention of X-Ray is 30d, found " + Durations.print(retention));
        }
        if (backend == Backend.TEMPO && collector == Collector.XRAY_DAEMON) {
            throw new IllegalArgumentException("collector of tempo is opentelemetry");
        }
    }
}
