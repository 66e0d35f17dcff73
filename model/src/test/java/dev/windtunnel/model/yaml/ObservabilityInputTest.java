package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.observability.BurnRate;
import dev.windtunnel.model.observability.ContainerInsights;
import dev.windtunnel.model.observability.LogRoute;
import dev.windtunnel.model.observability.Observability;
import dev.windtunnel.model.observability.Prometheus;
import dev.windtunnel.model.observability.Slo;
import dev.windtunnel.model.observability.Tracing;
import dev.windtunnel.model.unit.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured, where logs go and whom alarms wake, as it is written, and what is said of what cannot be. */
final class ObservabilityInputTest {

    private static final String PROD = "    dns: { name: shop.example }\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft with(String observability) {
        return Draft.in(folder).architecture(PROD, PROD + "    observability: { " + observability + " }\n");
    }

    private static Observability observabilityOf(Draft draft) {
        return draft.read().environment().observability();
    }

    @Test
    void saysNothingUnlessToldSo() {
        assertEquals(new Observability(), observabilityOf(Draft.in(folder)));
    }

    @Test
    void hasTheServicesDefaults() {
        Observability observability =
                observabilityOf(with("containerInsights: {}, prometheus: { workspace: shop }, tracing: {}"));

        ContainerInsights insights = Objects.requireNonNull(observability.containerInsights());
        assertTrue(insights.enhanced());
        Prometheus prometheus = Objects.requireNonNull(observability.prometheus());
        assertEquals(Duration.ofDays(150), prometheus.retention());
        assertEquals(Duration.ofMinutes(1), prometheus.scrapeInterval());
        Tracing tracing = Objects.requireNonNull(observability.tracing());
        assertEquals(Share.parse("5%"), tracing.sampling());
        assertEquals(1, tracing.reservoir().perSecond());
    }

    @Test
    void alertsByBurnRateAsTheWorkbookDoes() {
        Slo slo = observabilityOf(with("receivers: { on-call: { via: [sns, pagerduty], to: pages } },"
                        + " slos: { availability: { good: 99.9%, page: [on-call] } }"))
                .slos()
                .getFirst();

        assertEquals(
                List.of(14.4, 6.0, 3.0, 1.0),
                slo.alerts().stream().map(BurnRate::burn).toList());
        BurnRate first = slo.alerts().getFirst();
        assertEquals(Duration.ofHours(1), first.longWindow());
        assertEquals(Duration.ofMinutes(5), first.shortWindow());
        assertTrue(slo.tells(BurnRate.Notify.PAGE));
        assertFalse(slo.tells(BurnRate.Notify.TICKET));
    }

    @Test
    void readsWaysOfLogs() {
        List<LogRoute> routes = observabilityOf(with("logs: {"
                        + " app: { source: application, agent: fluent-bit, destination: cloudwatch-logs, retention: 30d },"
                        + " access: { source: alb, destination: s3, target: central } }"))
                .logs();

        assertEquals("app", routes.getFirst().goesTo());
        assertEquals(LogRoute.Agent.FLUENT_BIT, routes.getFirst().agent());
        assertEquals("central", routes.getLast().goesTo());
        assertEquals(LogRoute.Agent.SERVICE, routes.getLast().agent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs: { a: { source: application, destination: s3 } } | agent of application logs is fluent-bit or vector",
                "logs: { a: { source: alb, destination: cloudwatch-logs } } | destination of ALB access logs is s3",
                "logs: { a: { source: flow, destination: cloudwatch-logs, retention: 31d } } | retention is one that CloudWatch Logs offers",
                "prometheus: { workspace: w, retention: 1096d } | retention is at most 1095d",
                "tracing: { retention: 60d } | retention of X-Ray is 30d",
                "slos: { s: { good: 100% } } | good lies between 0% and 100%, both excluded",
                "slos: { s: { good: 99%, alerts: [ { burn: 0, long: 1h, short: 5m } ] } } | burn is above 0",
                "slos: { s: { good: 99%, alerts: [ { burn: 2, long: 5m, short: 1h } ] } } | long is longer than short",
                "slos: { s: { good: 99%, page: [on-call] } } | unknown receiver 'on-call'",
                "slos: { s: { good: 99%, endpoint: lits } } | unknown endpoint 'lits'",
                "slos: { s: { good: 99%, runbook: help } } | unknown runbook 'help'",
                "receivers: { r: { via: [], to: x } } | via is not empty",
                "receivers: { r: { via: [sns], to: x } }, escalations: { e: { steps: [ { receiver: q, after: 0s } ] } } | unknown receiver 'q'",
                "receivers: { r: { via: [sns], to: x } }, escalations: { e: { steps: [ { receiver: r, after: 5m }, { receiver: r, after: 5m } ] } } | steps follow each other in time",
                "alarms: { a: { metric: m, threshold: 1, period: 45s } } | period is 10s, 20s, 30s or a multiple of 1m",
                "alarms: { a: { metric: m, threshold: 1, datapointsToAlarm: 2 } } | datapointsToAlarm lies between 1 and evaluationPeriods"
            })
    void refusesWhatCannotBe(String observability, String message) {
        String problem = with(observability).onlyProblem();

        assertTrue(problem.startsWith("architecture.yaml:"), problem);
        assertTrue(problem.contains(message), problem);
    }
}
