package dev.windtunnel.simulator.report;

import static dev.windtunnel.simulator.report.chart.Markup.attr;
import static dev.windtunnel.simulator.report.chart.Markup.style;

import dev.windtunnel.simulator.report.chart.Chart;
import dev.windtunnel.simulator.report.chart.ChartWriter;
import dev.windtunnel.simulator.report.chart.Layer;
import dev.windtunnel.simulator.report.chart.Markup;
import dev.windtunnel.simulator.report.chart.TimeSpan;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.verdict.FaultHarm;
import dev.windtunnel.simulator.verdict.FaultTimeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The page for a design review: one file, no script, nothing from outside. The verdict comes first, then what was asked, the
 * facts, and then everything that they rest on.
 */
public final class HtmlReport {

    private static final long MINUTE = 60_000_000_000L;
    private static final long AROUND_FAULT = 20 * MINUTE;

    private final ReportInput input;
    private final Tables tables;
    private final Markup html = new Markup();

    private HtmlReport(ReportInput input) {
        this.input = input;
        this.tables = new Tables(input);
    }

    /** The page; the same input gives the same text. */
    public static String write(ReportInput input) {
        return new HtmlReport(input).all();
    }

    private String all() {
        String title = input.scenario().title();
        html.raw("<!DOCTYPE html>\n").open("html", attr("lang", "en")).open("head");
        html.raw("<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.element("title", title + " - Windtunnel");
        html.open("style").raw(css()).close("style").close("head").open("body");
        html.element("a", "Skip to the verdict", style("skip"), attr("href", "#verdict"));
        HtmlOpening opening = new HtmlOpening(input, tables, html);
        opening.header();
        html.open("main");
        opening.write();
        architecture();
        Minutes minutes = Minutes.of(input.result());
        faults(minutes);
        day(minutes);
        queues(minutes);
        sessions();
        requests();
        new HtmlClosing(input, tables, html).write();
        html.close("main").close("body").close("html");
        return html.toString();
    }

    private void architecture() {
        String svg = input.drawings().overviewSvg();
        int start = svg.indexOf("<svg");
        if (start < 0) {
            return;
        }
        open("architecture", "Architecture");
        html.open("section", style("paper scroll"), attr("tabindex", 0), attr("aria-label", "Overview, drawing"));
        // What stands before the root element, XML declaration and document type, has no place within a page.
        html.raw(svg.substring(start).strip()).raw("\n").close("section").close("section");
    }

    private void faults(Minutes minutes) {
        List<FaultHarm> harms = input.verdict().harm().faults();
        for (int i = 0; i < harms.size(); i++) {
            fault(i, harms.get(i), minutes);
        }
    }

    private void fault(int number, FaultHarm harm, Minutes minutes) {
        Clock clock = new Clock(input.result().axis());
        String prefix = "fault" + (number + 1);
        String name = Story.faultName(harm.fault());
        open(prefix, Story.sentence(name) + " at " + clock.second(harm.fault().startNanos()));
        List<Chart.Mark> marks = List.of();
        for (FaultTimeline timeline : input.verdict().timelines()) {
            if (timeline.fault().equals(harm.fault())) {
                marks = FaultMoments.of(timeline);
                tables.timeline(timeline).writeTo(html);
                html.element(
                        "p",
                        "Times count from the fault's start. CAL-03 is a measured drill in a public EKS project's lab:"
                                + " three zones, ALB in ip mode, RDS Multi-AZ, a whole zone cut, third run, probed once"
                                + " a second from outside. It is a band of plausibility, not a target.",
                        style("note"));
            }
        }
        html.element("h3", "Second by second" + (marks.isEmpty() ? "" : ", with the steps of the table"));
        FaultCharts.of(input, harm, marks, prefix).forEach(this::figure);
        long from = Math.max(0, harm.fault().startNanos() - AROUND_FAULT);
        long to = Math.min(
                input.result().axis().duration().toNanos(), harm.fault().endNanos() + AROUND_FAULT);
        if (to > from) {
            html.element("h3", "By the minute, from 20 minutes before until 20 minutes after");
            DayCharts around =
                    new DayCharts(input, minutes, new TimeSpan(input.result().axis(), from, to), prefix);
            html.open("div", style("pairs"));
            around.felt().forEach(this::figure);
            around.system().forEach(this::figure);
            html.close("div");
        }
        html.close("section");
    }

    private void day(Minutes minutes) {
        DayCharts charts =
                new DayCharts(input, minutes, TimeSpan.all(input.result().axis()), "all");
        open("time", "The whole time");
        html.element(
                "p",
                "All charts share one time axis, in local time ("
                        + input.result().axis().zone() + "). Each fault is a shaded band.",
                style("note"));
        charts.felt().forEach(this::figure);
        html.element("h3", "What the system did");
        charts.system().forEach(this::figure);
        html.close("section");
    }

    private void queues(Minutes minutes) {
        Queues queues = new Queues(input.result());
        if (queues.isEmpty()) {
            return;
        }
        open("queues", "Queues");
        queues.messages().writeTo(html);
        html.element(
                "p",
                "Times are from sending to deletion, of deleted messages. The age of the oldest message is that at the end"
                        + " of each minute; CloudWatch shows it half a minute to two minutes later. It leaves out what was"
                        + " received three times and is set aside.",
                style("note"));
        DayCharts charts =
                new DayCharts(input, minutes, TimeSpan.all(input.result().axis()), "queues");
        for (QueueOutcome queue : input.result().queues()) {
            queues.charts(queue, charts).forEach(this::figure);
        }
        queues.work().writeTo(html);
    }

    private void sessions() {
        if (!input.result().sessions().any()) {
            return;
        }
        open("sessions", "Sessions");
        new SessionReport(input.result().sessions()).table().writeTo(html);
        html.element(
                "p",
                "Users come whatever the system does; within a session each waits for a page before it asks for the next"
                        + " one, so a slow system is asked less. The run begins without users: it takes the length of a"
                        + " session until as many leave as come.",
                style("note"));
        html.close("section");
    }

    private void requests() {
        open("requests", "Requests");
        tables.endpoints().writeTo(html);
        html.element(
                "p",
                "Response times are of succeeded requests and count from the intended arrival. The load balancer does"
                        + " not see requests that never reached it, and leaves out those whose client went away first.",
                style("note"));
        tables.causes().writeTo(html);
        html.element(
                "p",
                "Each request that failed or was slow has exactly one cause; the rows add up to the last one.",
                style("note"));
        tables.statuses().writeTo(html);
        html.close("section");
    }

    private void figure(Chart chart) {
        html.open("figure").open("figcaption");
        html.element("strong", chart.title());
        html.element("span", chart.description(), style("told"));
        html.close("figcaption");
        List<Layer.Key> keys = chart.keys();
        if (keys.size() > 1) {
            html.open("ul", style("legend"));
            for (Layer.Key key : keys) {
                String kind = key.area()
                        ? (key.light() ? "key area light" : "key area")
                        : key.dashed() ? "key dashed" : "key";
                html.open("li")
                        .element("span", "", style(kind + " c" + key.color()))
                        .text(key.name())
                        .close("li");
            }
            html.close("ul");
        }
        html.raw(ChartWriter.write(chart)).close("figure");
    }

    private void open(String id, String title) {
        html.open("section", attr("id", id), attr("aria-labelledby", id + "-h"))
                .element("h2", title, attr("id", id + "-h"));
    }

    private static String css() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("resource report.css stands beside HtmlReport, found none");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
