package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.report.ReportFolder.Content;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The files of a report: {@code report.html}, {@code summary.md}, {@code results.json}, {@code timeline.csv}, and others' own. */
public final class Report {

    private Report() {}

    /**
     * The files by name, ready for {@link ReportFolder#write}. Contents are made when they are written.
     *
     * @param others further files that are ready: the bill as CSV, diagrams
     */
    public static SequencedMap<String, Content> files(ReportInput input, SequencedMap<String, String> others) {
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put("report.html", out -> out.write(HtmlReport.write(input).getBytes(StandardCharsets.UTF_8)));
        files.put("summary.md", out -> out.write(MarkdownSummary.write(input).getBytes(StandardCharsets.UTF_8)));
        files.put(ReportFolder.RESULTS, out -> ResultsJson.write(input.result(), out));
        files.put("timeline.csv", out -> TimelineCsv.write(input.result(), out));
        others.forEach((name, text) -> files.put(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
        return files;
    }
}
