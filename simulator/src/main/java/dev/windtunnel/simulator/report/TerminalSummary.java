package dev.windtunnel.simulator.report;

import dev.windtunnel.simulator.verdict.ObjectiveVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * One screen, at most 40 lines of at most 100 columns: the verdict, three facts, objectives, the bill's total, and where the
 * report is.
 */
public final class TerminalSummary {

    private static final int COLUMNS = 100;
    private static final int LINES = 40;
    private static final int MOST_OBJECTIVES = 7;
    private static final int MOST_LINES_OF_A_FACT = 6;
    private static final int MOST_QUEUES = 2;
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final List<String> lines = new ArrayList<>();
    private final boolean ansi;

    private TerminalSummary(boolean ansi) {
        this.ansi = ansi;
    }

    /**
     * The screen's text.
     *
     * @param report where the report is, as the user may open it
     * @param ansi whether to color it
     */
    public static String print(ReportInput input, String report, boolean ansi) {
        TerminalSummary summary = new TerminalSummary(ansi);
        summary.all(input, report);
        return String.join("\n", summary.lines) + "\n";
    }

    private void all(ReportInput input, String report) {
        Story story = Story.of(input);
        boolean held = input.verdict().expectationsHold();
        String mark = held ? "✓ " : "✗ ";
        line(colored(held ? GREEN : RED, colored(BOLD, mark + cut(story.headline(), COLUMNS - 2))));
        line(cut(
                input.scenario().title() + " (" + input.result().provenance().environment() + ", seed "
                        + input.result().provenance().seed() + ")",
                COLUMNS));
        if (!story.detail().isEmpty()) {
            line(cut(story.detail(), COLUMNS));
        }
        for (Story.Fact fact : story.facts()) {
            line("");
            line(colored(BOLD, cut(fact.label() + ": " + fact.figure(), COLUMNS)));
            wrapped(String.join(" ", fact.sentences()));
        }
        line("");
        objectives(input.verdict().objectives());
        line("");
        queues(new Queues(input.result()).lines());
        line("Bill   " + Figures.money(input.verdict().cost().total()));
        line("Report " + report);
    }

    private void objectives(List<ObjectiveVerdict> objectives) {
        int shown = Math.min(MOST_OBJECTIVES, objectives.size());
        for (ObjectiveVerdict objective : objectives.subList(0, shown)) {
            VerdictText.ObjectiveText text = VerdictText.ObjectiveText.of(objective);
            String mark = colored(text.held() ? GREEN : RED, text.met() ? "✓" : "✗");
            String name = padded(cut(text.name(), 24), 25);
            String rest = text.achieved() + "  asked " + text.asked()
                    + (objective.expectationHolds() == objective.met() ? "" : ", " + expectation(objective));
            line(mark + " " + name + cut(rest, COLUMNS - 27));
        }
        if (shown < objectives.size()) {
            line("  and " + (objectives.size() - shown) + " more in the report");
        }
    }

    private void queues(List<String> queues) {
        for (String queue : queues.subList(0, Math.min(MOST_QUEUES, queues.size()))) {
            line(cut("Queue  " + queue, COLUMNS));
        }
        if (queues.size() > MOST_QUEUES) {
            line("       and " + (queues.size() - MOST_QUEUES) + " more in the report");
        }
    }

    private static String expectation(ObjectiveVerdict objective) {
        return objective.met() ? "a miss was expected" : "as expected";
    }

    /** Word by word, indented; a fact's end is in the report if there is no room for it. */
    private void wrapped(String text) {
        List<String> folded = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMNS - 2) {
                folded.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut(word, COLUMNS - 2));
        }
        folded.add(line.toString());
        for (int i = 0; i < Math.min(folded.size(), MOST_LINES_OF_A_FACT); i++) {
            boolean more = i == MOST_LINES_OF_A_FACT - 1 && folded.size() > MOST_LINES_OF_A_FACT;
            line("  " + (more ? cut(folded.get(i), COLUMNS - 4) + " …" : folded.get(i)));
        }
    }

    private void line(String text) {
        if (lines.size() == LINES) {
            throw new IllegalStateException("a screen has " + LINES + " lines, no room for '" + text + "'");
        }
        lines.add(text);
    }

    private String colored(String color, String text) {
        return ansi ? color + text + PLAIN : text;
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - text.length()));
    }

    private static String cut(String text, int columns) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= columns ? oneLine : oneLine.substring(0, columns - 1) + "…";
    }
}
