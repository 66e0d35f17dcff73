package dev.windtunnel.model.rule.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules about observability find when a piece of the customer is changed. */
class ObservabilityRulesTest {

    @Nested
    final class OfObjectivesWakeSomebody {

        private final DesignRule rule = new ObjectivesWakeSomebody();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsAPageThatRings() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "on-call: { via: [sns, pagerduty]",
                            "on-call: { via: [chat]");

            assertEquals(
                    List.of(
                            "environments.prod.observability.slos.availability.page: expected a page by sns or pagerduty, found on-call",
                            "environments.prod.observability.slos.fast.page: expected a page by sns or pagerduty, found on-call"),
                    design.found(rule));
        }

        @Test
        void wantsMoreThanTicketsInProduction() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "availability: { good: 99.9%, page: [on-call],",
                            "availability: { good: 99.9%, alerts: [{ burn: 1, long: 3d, short: 6h, notify: ticket }],");

            assertEquals(
                    List.of(
                            "environments.prod.observability.slos.availability.alerts: expected a page by sns or pagerduty, found tickets only"),
                    design.found(rule));
        }

        @Test
        void wantsSomebodyToldOfStage() {
            Designs design =
                    Designs.shipped().after("  stage:\n    extends: prod", "page: [] }", "page: [], ticket: [] }");

            assertEquals(
                    List.of(
                            "environments.stage.observability.slos.availability: expected a receiver by sns or pagerduty, found no receiver"),
                    design.found(rule));
        }

        @Test
        void wantsAlerts() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "fast: { good: 95%,",
                            "fast: { good: 95%, alerts: [],");

            assertEquals(
                    List.of("environments.prod.observability.slos.fast.alerts: expected burn-rate alerts, found none"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfSinksForAllSignals {

        private final DesignRule rule = new SinksForAllSignals();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void missesTraces() {
            Designs design = Designs.shipped()
                    .after("\n    database:\n      class: db.m6g.large", "      tracing: { sampling: 5% }\n", "");

            assertEquals(
                    List.of("environments.prod.observability.tracing: expected traces to be kept, found none"),
                    design.found(rule));
        }

        @Test
        void missesMetrics() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      containerInsights: {}\n      prometheus: { workspace: innovate-prod, scrapeInterval: 30s }\n",
                            "")
                    .after("  stage:\n    extends: prod", "      prometheus: { workspace: innovate-stage }\n", "")
                    .after("  dev:\n    extends: stage", "      prometheus: ~\n", "");

            assertEquals(
                    List.of(
                            "environments.prod.observability.prometheus: expected metrics to be kept by containerInsights or prometheus, found neither"),
                    design.found(rule));
        }

        @Test
        void seesMetricsThatDieWithTheCluster() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "      containerInsights: {}\n      prometheus: { workspace: innovate-prod, scrapeInterval: 30s }\n",
                            "      prometheus: { workspace: innovate-prod, scrapeInterval: 30s, remoteWrite: false }\n");

            assertEquals(
                    List.of(
                            "environments.prod.observability.prometheus.remoteWrite: expected metrics to leave the cluster, found them lost with it"),
                    design.found(rule));
        }

        @Test
        void wantsARetention() {
            Designs design = Designs.shipped()
                    .after(
                            "\n    database:\n      class: db.m6g.large",
                            "destination: cloudwatch-logs, retention: 90d,",
                            "destination: cloudwatch-logs,");

            assertEquals(
                    List.of(
                            "environments.prod.observability.logs.control-plane.retention: expected a retention, found none: cloudwatch-logs keeps what it gets for ever"),
                    design.found(rule));
        }
    }

    @Nested
    final class OfLogBucketsAge {

        private final DesignRule rule = new LogBucketsAge();

        @Test
        void isContentWithTheCustomer() {
            Designs design = Designs.shipped();

            assertEquals(List.of(), design.found(rule));
        }

        @Test
        void wantsRules() {
            Designs design = Designs.shipped()
                    .after(
                            "  findings:\n    account",
                            "    lifecycle: { age: { transitions: [{ to: intelligent-tiering, after: 30d }], expireAfter: 730d } }\n",
                            "");

            assertEquals(
                    List.of("buckets.findings.lifecycle: expected rules that move or delete old logs, found none"),
                    design.found(rule));
        }

        @Test
        void wantsAnEnd() {
            Designs design = Designs.shipped().after("  findings:\n    account", ", expireAfter: 730d", "");

            assertEquals(
                    List.of(
                            "buckets.findings.lifecycle: expected a rule with expireAfter, found none: logs are kept for ever"),
                    design.found(rule));
        }
    }
}
