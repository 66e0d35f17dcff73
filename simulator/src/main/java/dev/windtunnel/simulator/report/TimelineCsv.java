package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.metric.LatencyHistogram;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.result.ViewOutcome;
import dev.windtunnel.simulator.verdict.ViewTotals;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every minute and every gauge as long rows for a spreadsheet or a notebook: {@code minute_start,metric,labels,value,unit}.
 * Times are local with their offset; labels are {@code key=value} pairs joined by semicolons; latencies are of succeeded
 * requests, in seconds, and left out where there are none.
 */
public final class TimelineCsv {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final RunResult result;
    private final Writer out;

    private TimelineCsv(RunResult result, Writer out) {
        this.result = result;
        this.out = out;
    }

    /** Writes as UTF-8; does not close the stream. */
    public static void write(RunResult result, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new TimelineCsv(result, writer).all();
        writer.flush();
    }

    private void all() throws IOException {
        out.write("minute_start,metric,labels,value,unit\n");
        for (MinuteOutcome minute : result.minutes()) {
            String start = TIME.format(result.axis().at(minute.minute() * 60_000_000_000L));
            row(start, "requests.arrived", "", minute.arrived(), "1");
            view(start, "client", minute.client());
            view(start, "load-balancer", minute.loadBalancer());
            for (Series series : result.series()) {
                if (minute.minute() < series.values().size()) {
                    double value = series.values().get(minute.minute());
                    row(start, series.metric(), labels(series), plain(value), series.unit());
                }
            }
        }
    }

    private void view(String start, String view, ViewOutcome outcome) throws IOException {
        String label = "view=" + view;
        row(start, "requests.counted", label, outcome.counted(), "1");
        row(start, "requests.failed", label, outcome.failedTotal(), "1");
        for (var failed : outcome.failed().entrySet()) {
            row(start, "requests.failed.by_cause", label + ";cause=" + failed.getKey(), failed.getValue(), "1");
        }
        LatencyHistogram latency = ViewTotals.of(List.of(outcome)).latency();
        if (latency.total() == 0) {
            return;
        }
        for (Percentile percentile : Percentile.SHOWN) {
            BigDecimal seconds = BigDecimal.valueOf(latency.percentileNanos(percentile.share()), 9);
            row(start, "latency." + percentile.name(), label, seconds.toPlainString(), "s");
        }
    }

    private void row(String start, String metric, String labels, Object value, String unit) throws IOException {
        out.write(start);
        out.write(',');
        out.write(quoted(metric));
        out.write(',');
        out.write(quoted(labels));
        out.write(',');
        out.write(value.toString());
        out.write(',');
        out.write(quoted(unit));
        out.write('\n');
    }

    private static String labels(Series series) {
        return series.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(";"));
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
