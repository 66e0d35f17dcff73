package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.verdict.FaultTimeline;

/** The verdict for a pull request, as GitHub's Markdown, below its limit for a comment. */
public final class MarkdownSummary {

    /** Characters; a comment on GitHub may have 65,536. */
    public static final int MOST_CHARACTERS = 60_000;

    private static final int MOST_ROWS = 40;
    private static final int MOST_DRAWING = 20_000;
    private static final int MOST_OF_A_TEXT = 1_000;
    private static final String CUT = "\n\nCut here; all of it is in report.html.\n";

    private final ReportInput input;
    private final Tables tables;
    private final StringBuilder out = new StringBuilder();

    private MarkdownSummary(ReportInput input) {
        this.input = input;
        this.tables = new Tables(input);
    }

    /** The summary; the same input gives the same text. */
    public static String write(ReportInput input) {
        String text = new MarkdownSummary(input).all(true);
        // The drawing goes first: its fence must not be cut open.
        return text.length() < MOST_CHARACTERS ? text : cut(new MarkdownSummary(input).all(false));
    }

    private static String cut(String text) {
        if (text.length() < MOST_CHARACTERS) {
            return text;
        }
        int room = MOST_CHARACTERS - CUT.length() - 1;
        int lineEnd = text.lastIndexOf('\n', room);
        return text.substring(0, lineEnd > 0 ? lineEnd : room) + CUT;
    }

    private String all(boolean withDrawing) {
        Story story = Story.of(input);
        String mark = input.verdict().expectationsHold() ? "✅" : "❌";
        out.append("## ")
                .append(mark)
                .append(' ')
                .append(escaped(story.headline()))
                .append("\n\n");
        out.append(escaped(input.scenario().title()))
                .append(". ")
                .append(escaped(story.detail()).strip());
        out.append("\n\n");
        for (Story.Fact fact : story.facts()) {
            out.append("- **")
                    .append(escaped(fact.label() + ": " + fact.figure()))
                    .append(".** ")
                    .append(escaped(String.join(" ", fact.sentences())))
                    .append('\n');
        }
        if (!input.verdict().objectives().isEmpty()) {
            section("Objectives", tables.objectives());
        }
        for (FaultTimeline timeline : input.verdict().timelines()) {
            section("What followed", tables.timeline(timeline));
        }
        section("Why requests were hurt", tables.causes());
        if (input.result().sessions().any()) {
            section("Sessions", new SessionReport(input.result().sessions()).table());
        }
        section("Endpoints", tables.endpoints());
        input.burstiness().ifPresent(measured -> section("Burstiness", tables.burstiness(measured)));
        Queues queues = new Queues(input.result());
        if (!queues.isEmpty()) {
            section("Queues", queues.messages());
            section("Work on queues", queues.work());
        }
        section("Cost", tables.billByService());
        notPriced();
        if (withDrawing) {
            drawing();
        }
        provenance();
        return out.toString();
    }

    private void section(String title, Table table) {
        out.append("\n### ").append(title).append("\n\n").append(table.markdown(MOST_ROWS));
    }

    private void notPriced() {
        if (input.bill().notPriced().isEmpty()) {
            return;
        }
        Table table = new Table("Not priced", "Account", "What", "Why");
        for (Bill.NotPriced one : input.bill().notPriced()) {
            table.row(one.account(), one.what(), one.why());
        }
        section("Not priced", table);
    }

    private void drawing() {
        String mermaid = input.drawings().overviewMermaid().strip();
        if (!mermaid.isEmpty() && mermaid.length() <= MOST_DRAWING && !mermaid.contains("```")) {
            out.append("\n### Architecture\n\n```mermaid\n").append(mermaid).append("\n```\n");
        }
    }

    private void provenance() {
        var provenance = input.result().provenance();
        out.append("\nWindtunnel ")
                .append(escaped(provenance.version()))
                .append(", ")
                .append(escaped(provenance.environment()))
                .append(", seed ")
                .append(provenance.seed())
                .append(", input `")
                .append(
                        provenance.inputHash(),
                        0,
                        Math.min(12, provenance.inputHash().length()))
                .append("`, requests `")
                .append(provenance.requestDigest())
                .append("`.\n");
    }

    /** Text that Markdown takes for text, on one line, cut where it is out of all proportion. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < Math.min(MOST_OF_A_TEXT, text.length()); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\n', '\r', '\t' -> escaped.append(' ');
                case '|', '*', '_', '`', '\\', '[', ']', '~', '#', '@' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return text.length() > MOST_OF_A_TEXT ? escaped.append('…').toString() : escaped.toString();
    }
}
