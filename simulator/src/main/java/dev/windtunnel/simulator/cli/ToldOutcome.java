package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.trace.LinesRead;
import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.cost.BillCsvWriter;
import dev.windtunnel.simulator.diagram.Diagram;
import dev.windtunnel.simulator.diagram.DotWriter;
import dev.windtunnel.simulator.diagram.MermaidWriter;
import dev.windtunnel.simulator.diagram.OverviewDiagram;
import dev.windtunnel.simulator.diagram.SvgWriter;
import dev.windtunnel.simulator.report.Report;
import dev.windtunnel.simulator.report.ReportFolder;
import dev.windtunnel.simulator.report.ReportInput;
import dev.windtunnel.simulator.report.TerminalSummary;
import dev.windtunnel.simulator.report.VerdictJson;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.RunResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A finished run with its bill, its verdict and its pictures. */
final class ToldOutcome implements Simulation.Outcome {

    private static final int COLUMNS = 100;
    private static final String INDENT = "      ";

    private final LoadedScenario loaded;
    private final RunResult result;
    private final Bill bill;
    private final ReportInput input;
    private final SequencedMap<String, String> drawings = new LinkedHashMap<>();

    ToldOutcome(LoadedScenario loaded, RunResult result, Bill bill) {
        this.loaded = loaded;
        this.result = result;
        this.bill = bill;
        Diagram overview = OverviewDiagram.of(loaded.architecture(), loaded.environment());
        String svg = SvgWriter.write(overview);
        String mermaid = MermaidWriter.write(overview);
        drawings.put("overview.mmd", mermaid);
        drawings.put("overview.dot", DotWriter.write(overview));
        drawings.put("overview.svg", svg);
        input = ReportInput.of(result, loaded.scenario(), bill, new ReportInput.Drawings(svg, mermaid));
    }

    @Override
    public boolean isAsExpected() {
        return input.verdict().expectationsHold();
    }

    @Override
    public EngineCounts counts() {
        return result.engine();
    }

    @Override
    public String screen(String report, boolean colored) {
        return TerminalSummary.print(input, report, colored)
                + loaded.log().map(log -> played(log.linesRead())).orElse("");
    }

    /** How much of a log was played, and what is wrong with it: the rest is in the report. */
    private static String played(LinesRead lines) {
        StringBuilder text = new StringBuilder("Log   ");
        int column = text.length();
        for (String word : String.join("; ", lines.brief()).split(" ", -1)) {
            if (column + 1 + word.length() > COLUMNS && column > INDENT.length()) {
                text.append('\n').append(INDENT);
                column = INDENT.length();
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        text.append('\n');
        return text.toString();
    }

    @Override
    public String json() {
        return VerdictJson.write(input);
    }

    @Override
    public void writeTo(Path folder) {
        SequencedMap<String, String> others = new LinkedHashMap<>();
        others.put("bill.csv", BillCsvWriter.write(bill));
        others.putAll(drawings);
        ReportFolder.write(folder, Report.files(input, others));
    }
}
