package dev.windtunnel.simulator.report;

import static dev.windtunnel.simulator.report.chart.Markup.attr;
import static dev.windtunnel.simulator.report.chart.Markup.style;

import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.scenario.TimelineEntry;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.report.chart.Markup;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.verdict.FaultHarm;
import java.math.BigDecimal;
import java.util.List;

/** The top of the page: the verdict, what was asked, the three facts, the objectives. */
record HtmlOpening(ReportInput input, Tables tables, Markup html) {

    void header() {
        Provenance provenance = input.result().provenance();
        html.open("header");
        html.element("p", "Windtunnel", style("brand"));
        html.element(
                "p",
                provenance.architecture() + " · " + provenance.environment() + " · " + provenance.region(),
                style("where"));
        html.open("nav", attr("aria-label", "Sections")).open("ul");
        link("facts", "Facts");
        link("objectives", "Objectives");
        if (input.drawings().overviewSvg().contains("<svg")) {
            link("architecture", "Architecture");
        }
        List<FaultHarm> faults = input.verdict().harm().faults();
        for (int i = 0; i < faults.size(); i++) {
            link("fault" + (i + 1), Story.faultName(faults.get(i).fault()));
        }
        link("time", "Over time");
        if (!input.result().queues().isEmpty()) {
            link("queues", "Queues");
        }
        if (input.result().sessions().any()) {
            link("sessions", "Sessions");
        }
        link("requests", "Requests");
        link("journal", "Journal");
        link("bill", "Bill");
        link("fine-print", "Fine print");
        html.close("ul").close("nav").close("header");
    }

    private void link(String section, String name) {
        html.open("li").element("a", name, attr("href", "#" + section)).close("li");
    }

    void write() {
        Story story = Story.of(input);
        boolean held = input.verdict().expectationsHold();
        html.open("section", attr("id", "verdict"), style(held ? "held" : "broken"), attr("aria-label", "Verdict"));
        html.element("p", input.scenario().title(), style("question"));
        html.element("h1", (held ? "✓ " : "✗ ") + story.headline());
        if (!story.detail().isEmpty()) {
            html.element("p", story.detail(), style("detail"));
        }
        asked();
        html.close("section");
        html.open("section", attr("id", "facts"), attr("aria-label", "Facts"), style("facts"));
        for (Story.Fact fact : story.facts()) {
            html.open("article").element("h2", fact.label()).element("p", fact.figure(), style("figure"));
            fact.sentences().forEach(sentence -> html.element("p", sentence));
            html.close("article");
        }
        html.close("section");
        html.open("section", attr("id", "objectives"), attr("aria-labelledby", "objectives-h"));
        html.element("h2", "Objectives", attr("id", "objectives-h"));
        if (input.verdict().objectives().isEmpty()) {
            html.element("p", "The scenario asks for none.");
        } else {
            tables.objectives().writeTo(html);
            html.element(
                    "p",
                    "A latency objective counts failed requests as bad. At the load balancer an attempt that its client gave"
                            + " up before an answer (460) is bad. Bad allowed is the error budget of this run.",
                    style("note"));
        }
        html.close("section");
    }

    private void asked() {
        Scenario scenario = input.scenario();
        Clock clock = new Clock(input.result().axis());
        html.open("dl", style("asked"));
        pair(
                "When",
                clock.full(0) + " for " + Durations.print(scenario.duration()) + ", "
                        + input.result().axis().zone());
        pair(
                "Traffic",
                traffic(scenario.traffic()) + "; "
                        + Figures.count(input.result().arrived()) + " requests");
        Sessions sessions = scenario.traffic().sessions();
        if (sessions != null) {
            pair(
                    "Sessions",
                    SessionReport.behavior(sessions) + "; "
                            + new SessionReport(input.result().sessions()).sentence());
        }
        for (TimelineEntry entry : scenario.timeline()) {
            pair("Fault", fault(entry));
        }
        html.close("dl");
    }

    private void pair(String term, String description) {
        html.open("div").element("dt", term).element("dd", description).close("div");
    }

    private static String fault(TimelineEntry entry) {
        return switch (entry.fault()) {
            case Fault.AzLoss loss ->
                loss.kind() + " of zone " + loss.zone() + " at " + entry.at() + " for "
                        + Durations.print(loss.duration());
        };
    }

    /** Only the trace's file name: where it lies on somebody's disk is nobody's business. */
    private static String traffic(TrafficSource traffic) {
        return switch (traffic) {
            case TrafficSource.Replay replay ->
                "replay of " + replay.trace().replaceAll(".*[/\\\\]", "") + " from " + replay.from() + ", times "
                        + Figures.quantity(BigDecimal.valueOf(replay.scale()))
                        + (replay.sessions() == null ? "" : ", each the beginning of a session");
            case TrafficSource.Closed closed -> Figures.count(closed.users()) + " users who wait for their answers";
            case TrafficSource.Users users -> Figures.count(users.daily()) + " users a day";
            case TrafficSource.Stages rate ->
                "a set rate" + (rate.sessions() == null ? ", " : " of sessions, ")
                        + rate.stages().size() + (rate.stages().size() == 1 ? " stage" : " stages") + ", at the end "
                        + rate.stages().getLast().target();
        };
    }
}
