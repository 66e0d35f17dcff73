package dev.windtunnel.simulator.report;

import dev.windtunnel.model.unit.Money;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.Cause;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.verdict.Burstiness;
import dev.windtunnel.simulator.verdict.FaultTimeline;
import dev.windtunnel.simulator.verdict.Harm;
import dev.windtunnel.simulator.verdict.ObjectiveVerdict;
import dev.windtunnel.simulator.verdict.ViewTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The tables of a report, the same on the page and in Markdown. */
final class Tables {

    private final ReportInput input;

    Tables(ReportInput input) {
        this.input = input;
    }

    Table objectives() {
        Table table = new Table(
                "Objectives",
                "Objective",
                "Outcome",
                ">Good",
                "Asked for",
                "Measured at",
                ">Requests",
                ">Bad",
                ">Bad allowed");
        for (ObjectiveVerdict one : input.verdict().objectives()) {
            table.row(
                    one.objective().name(),
                    Story.outcome(one),
                    Figures.achieved(one.ratio()),
                    Story.asks(one.objective()),
                    Story.measured(one),
                    Figures.count(one.counted()),
                    Figures.count(one.bad()),
                    Figures.count(one.allowedBad()));
        }
        return table;
    }

    Table timeline(FaultTimeline timeline) {
        Table table = new Table(
                Story.faultName(timeline.fault()) + ", step by step",
                ">",
                "Step",
                ">After",
                "What happened",
                "Measured drill CAL-03");
        for (int i = 0; i < timeline.steps().size(); i++) {
            FaultTimeline.Step step = timeline.steps().get(i);
            String after = step.seconds() == null ? "did not happen" : Figures.seconds(step.seconds());
            table.row(String.valueOf(i + 1), step.what(), after, step.detail(), step.drill());
        }
        return table;
    }

    /**
     * Each endpoint twice: as its clients felt it, and as the load balancer would have logged it, attempt by attempt. What
     * clients gave up before an answer is no failure of the load balancer and no success either. Percentiles are of good
     * answers only: who got none waited for another time.
     */
    Table endpoints() {
        Table table = new Table(
                "Endpoints, as clients felt them and as the load balancer saw them",
                "Endpoint",
                "Request",
                "View",
                ">Arrived",
                ">Good",
                ">Failed",
                ">Given up (460)",
                ">Success",
                ">p50 of good",
                ">p95 of good",
                ">p99 of good",
                ">p99.9 of good");
        List<EndpointOutcome> endpoints = input.result().endpoints();
        for (EndpointOutcome endpoint : endpoints) {
            String request = endpoint.method() + " " + endpoint.path();
            String arrived = Figures.count(endpoint.arrived());
            table.row(view(endpoint.endpoint(), request, "client", arrived, List.of(endpoint.client())));
            table.row(balancer(List.of(endpoint.loadBalancer())));
        }
        String arrived = Figures.count(input.result().arrived());
        table.total(view("All", "", "client", arrived, views(EndpointOutcome::client)));
        table.total(balancer(views(EndpointOutcome::loadBalancer)));
        return table;
    }

    private static String[] balancer(List<ViewOutcome> views) {
        ViewTotals totals = ViewTotals.of(views);
        String logged = Figures.count(totals.counted() + totals.givenUp());
        return view("", "", "load balancer", logged, views);
    }

    private static String[] view(String name, String request, String view, String arrived, List<ViewOutcome> views) {
        ViewTotals totals = ViewTotals.of(views);
        LatencyHistogram latency = totals.latency();
        long ended = totals.counted() + totals.givenUp();
        List<String> cells = new ArrayList<>(List.of(
                name,
                request,
                view,
                arrived,
                Figures.count(totals.succeeded()),
                Figures.count(totals.failedTotal()),
                view.equals("client") ? "" : Figures.count(totals.givenUp()),
                ended == 0 ? "none" : Figures.achieved((double) totals.succeeded() / ended)));
        for (Percentile percentile : Percentile.SHOWN) {
            cells.add(latency.total() == 0 ? "none" : Figures.latency(latency.percentileNanos(percentile.share())));
        }
        return cells.toArray(String[]::new);
    }

    private List<ViewOutcome> views(Function<EndpointOutcome, ViewOutcome> view) {
        return input.result().endpoints().stream().map(view).toList();
    }

    /** Failed and slow requests by cause, as clients felt it; the last row is their sum. */
    Table causes() {
        ViewTotals totals = ViewTotals.of(views(EndpointOutcome::client));
        Harm harm = input.verdict().harm();
        String slow = ">Slower than " + Story.slowLimits(harm);
        Table table = new Table("Why requests failed or were slow", "Cause", ">Failed", slow, ">Hurt", ">Of all hurt");
        long hurt = totals.failedTotal() + harm.slow();
        for (Cause cause : Cause.values()) {
            long failedOf = totals.failed(cause);
            long slowOf = slow(cause, harm);
            if (failedOf + slowOf > 0) {
                table.row(causeRow(cause.label(), failedOf, slowOf, hurt));
            }
        }
        return table.total(causeRow("All", totals.failedTotal(), harm.slow(), hurt));
    }

    private long slow(Cause cause, Harm harm) {
        return input.result().endpoints().stream()
                .mapToLong(endpoint -> ViewTotals.of(List.of(endpoint.client()))
                        .slow(cause, harm.slowLimit(endpoint.endpoint()).toNanos()))
                .sum();
    }

    private static String[] causeRow(String label, long failed, long slow, long hurt) {
        String share = hurt == 0 ? "0.0%" : Figures.percent((double) (failed + slow) / hurt);
        return new String[] {label, Figures.count(failed), Figures.count(slow), Figures.count(failed + slow), share};
    }

    /** Failed requests by the answer that each view saw. */
    Table statuses() {
        ViewTotals client = ViewTotals.of(views(EndpointOutcome::client));
        ViewTotals balancer = ViewTotals.of(views(EndpointOutcome::loadBalancer));
        Table table = new Table("Failed requests by answer", "Answer", ">Client", ">Load balancer");
        TreeSet<Integer> statuses = new TreeSet<>(client.statuses().keySet());
        statuses.addAll(balancer.statuses().keySet());
        for (int status : statuses) {
            table.row(
                    status == 0 ? "no answer" : String.valueOf(status),
                    Figures.count(client.statuses().getOrDefault(status, 0L)),
                    Figures.count(balancer.statuses().getOrDefault(status, 0L)));
        }
        return table.total("All", Figures.count(client.failedTotal()), Figures.count(balancer.failedTotal()));
    }

    Table bill() {
        Table table = new Table(
                "Bill by account and service",
                "Account",
                "Service",
                "Item",
                ">Quantity",
                "Unit",
                ">Unit price",
                ">Amount",
                "Evidence",
                "Price of");
        for (Bill.Line line : input.bill().lines()) {
            table.row(
                    line.account(),
                    line.service(),
                    line.item(),
                    Figures.quantity(line.quantity()),
                    line.unit(),
                    Figures.price(line.unitPrice()),
                    Figures.money(line.amount()),
                    evidence(line),
                    line.priceDate());
        }
        return table.total(
                "All", "", "", "", "", "", Figures.money(new Money(input.bill().printedTotal())), "", "");
    }

    /** One row for each account and service. */
    Table billByService() {
        Table table = new Table("Bill", "Account", "Service", ">Amount");
        Map<String, Map<String, Money>> sums = new TreeMap<>();
        for (Bill.Line line : input.bill().lines()) {
            sums.computeIfAbsent(line.account(), absent -> new TreeMap<>())
                    .merge(line.service(), line.amount(), Money::plus);
        }
        sums.forEach((account, services) ->
                services.forEach((service, amount) -> table.row(account, service, Figures.money(amount))));
        return table.total("All", "", Figures.money(new Money(input.bill().printedTotal())));
    }

    /** The one place that knows how sure a price can be. */
    private static String evidence(Bill.Line line) {
        return switch (line.evidence()) {
            case SOURCED -> "● sourced";
            case UNSOURCED -> "○ list price, unsourced";
            case ESTIMATE -> "≈ estimate";
        };
    }

    /** A check on the traffic: independent requests at a steady rate have index 1. */
    Table burstiness(Burstiness measured) {
        return new Table(
                        "Index of dispersion of the numbers of requests, variance over mean, inside quarters of an hour",
                        "Numbers by",
                        ">Measured",
                        ">Independent requests give")
                .row(
                        "second",
                        Figures.decimals(measured.bySecond(), 2),
                        Figures.decimals(measured.expectedBySecond(), 2))
                .row(
                        "minute",
                        Figures.decimals(measured.byMinute(), 2),
                        Figures.decimals(measured.expectedByMinute(), 2));
    }

    Table provenance() {
        Provenance provenance = input.result().provenance();
        String dates = String.join(
                ", ",
                new TreeSet<>(input.bill().lines().stream()
                        .map(Bill.Line::priceDate)
                        .filter(date -> !date.isEmpty())
                        .toList()));
        return new Table("Provenance", "What", "Value")
                .row("Windtunnel", provenance.version())
                .row("Scenario", provenance.scenario())
                .row("Architecture", provenance.architecture())
                .row("Environment", provenance.environment())
                .row("Account", provenance.account())
                .row("Region", provenance.region())
                .row("Seed", String.valueOf(provenance.seed()))
                .row("SHA-256 of the input", provenance.inputHash())
                .row("Digest of all requests", provenance.requestDigest())
                .row("Requests simulated", Figures.count(input.result().engine().requests()))
                .row("Events processed", Figures.count(input.result().engine().events()))
                .row("Dates of prices", dates.isEmpty() ? "none stated" : dates)
                .row("Form of results.json", "version " + provenance.schemaVersion());
    }
}
