package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.report.ReportInput.Drawings;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MarkdownSummaryTest {

    private static final ReportInput INPUT = ExampleDay.input();

    @Test
    void readsAsTheGoldenSummary() throws IOException {
        Golden.check("summary.golden.md", MarkdownSummary.write(INPUT));
    }

    @Test
    void showsCausesThatAddUpToTheTotals() {
        String section = MarkdownSummary.write(INPUT)
                .split("### Why requests were hurt\n", -1)[1]
                .split("###", -1)[0];
        List<long[]> rows = Pattern.compile("\\| \\**([\\d,]+)\\** \\| \\**([\\d,]+)\\** \\| \\**([\\d,]+)\\** \\|")
                .matcher(section)
                .results()
                .map(row -> new long[] {number(row.group(1)), number(row.group(2)), number(row.group(3))})
                .toList();
        long[] total = rows.getLast();

        for (int column = 0; column < 3; column++) {
            int c = column;
            long sum = rows.subList(0, rows.size() - 1).stream()
                    .mapToLong(row -> row[c])
                    .sum();
            assertEquals(total[c], sum);
        }
        assertEquals(INPUT.verdict().harm().failed(), total[0]);
    }

    @Test
    void staysBelowTheLimitOfAComment() {
        String sentence = "something that nobody priced, ".repeat(30);
        List<Bill.NotPriced> many = IntStream.range(0, 900)
                .mapToObj(i -> new Bill.NotPriced(sentence, sentence + i, sentence))
                .toList();
        Bill bill = new Bill(INPUT.bill().lines(), many, INPUT.bill().period());

        String text = MarkdownSummary.write(ReportInput.of(INPUT.result(), INPUT.scenario(), bill, INPUT.drawings()));

        assertTrue(text.length() < MarkdownSummary.MOST_CHARACTERS, () -> "found " + text.length());
        assertTrue(text.endsWith("Cut here; all of it is in report.html.\n"));
        assertFalse(text.contains("```"));
    }

    @Test
    void cutsANameThatIsOutOfAllProportion() {
        String text = MarkdownSummary.write(Nasty.input("a-very-long-name-".repeat(4000)));

        assertTrue(text.length() < MarkdownSummary.MOST_CHARACTERS, () -> "found " + text.length());
        assertTrue(text.contains("```mermaid"));
    }

    @Test
    void escapesNamesFromTheInput() {
        String text = MarkdownSummary.write(Nasty.input("a|b <img> `x` *y* [z](w)\n# h"));

        assertFalse(text.contains("<img>"));
        assertFalse(text.contains("\n# h"));
        assertTrue(text.contains("a\\|b &lt;img&gt; \\`x\\` \\*y\\* \\[z\\](w) \\# h"), text);
    }

    @Test
    void leavesOutADrawingThatWouldBreakItsFence() {
        ReportInput input = ReportInput.of(
                INPUT.result(), INPUT.scenario(), INPUT.bill(), new Drawings("", "flowchart LR\n```\n# injected"));

        assertFalse(MarkdownSummary.write(input).contains("injected"));
    }

    private static long number(String grouped) {
        return Long.parseLong(grouped.replace(",", ""));
    }
}
