package dev.windtunnel.simulator.report;

import static dev.windtunnel.simulator.report.chart.Markup.attr;
import static dev.windtunnel.simulator.report.chart.Markup.style;

import dev.windtunnel.simulator.report.chart.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for the page and, with the same cells, for Markdown. The first column names the row; columns marked with a leading
 * {@code >} in their heading hold numbers.
 */
final class Table {

    /** Characters up to which a cell is not worth a second line. */
    private static final int SHORT = 14;

    private final String caption;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> totals = new ArrayList<>();

    Table(String caption, String... headings) {
        this.caption = caption;
        this.headings = List.of(headings);
    }

    /** A row, as many cells as headings. */
    Table row(String... cells) {
        return add(false, cells);
    }

    /** A row that sums up those above. */
    Table total(String... cells) {
        return add(true, cells);
    }

    private Table add(boolean total, String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("table '" + caption + "' has " + headings.size() + " columns, found "
                    + cells.length + " cells " + List.of(cells));
        }
        rows.add(List.of(cells));
        totals.add(total);
        return this;
    }

    /** How many rows there are, totals included. */
    int size() {
        return rows.size();
    }

    /** As HTML; wide tables scroll within a frame that the keyboard reaches. */
    void writeTo(Markup html) {
        html.open("section", style("scroll"), attr("tabindex", 0), attr("aria-label", caption + ", table"));
        html.open("table").element("caption", caption);
        html.open("thead").open("tr");
        for (String heading : headings) {
            html.element("th", plain(heading), attr("scope", "col"), style(isNumber(heading) ? "n" : "t"));
        }
        html.close("tr").close("thead").open("tbody");
        for (int row = 0; row < rows.size(); row++) {
            if (totals.get(row)) {
                html.open("tr", style("total"));
            } else {
                html.open("tr");
            }
            List<String> cells = rows.get(row);
            html.element("th", cells.getFirst(), attr("scope", "row"));
            for (int column = 1; column < cells.size(); column++) {
                String cell = cells.get(column);
                boolean narrow = isNumber(headings.get(column)) || cell.length() <= SHORT;
                html.element("td", cell, style(isNumber(headings.get(column)) ? "n" : narrow ? "s" : "t"));
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("section");
    }

    /** As GitHub's Markdown, the first {@code most} rows and all totals. */
    String markdown(int most) {
        StringBuilder text = new StringBuilder();
        markdownRow(text, headings.stream().map(Table::plain).toList(), false);
        text.append('|');
        headings.forEach(heading -> text.append(isNumber(heading) ? "---:|" : "---|"));
        text.append('\n');
        int left = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (row < most || totals.get(row)) {
                markdownRow(text, rows.get(row), totals.get(row));
            } else {
                left++;
            }
        }
        return left == 0 ? text.toString() : text + "\n" + left + " more in report.html.\n";
    }

    private static void markdownRow(StringBuilder text, List<String> cells, boolean bold) {
        text.append('|');
        for (String cell : cells) {
            String escaped = MarkdownSummary.escaped(cell);
            text.append(' ')
                    .append(bold && !escaped.isEmpty() ? "**" + escaped + "**" : escaped)
                    .append(" |");
        }
        text.append('\n');
    }

    private static boolean isNumber(String heading) {
        return heading.startsWith(">");
    }

    private static String plain(String heading) {
        return isNumber(heading) ? heading.substring(1) : heading;
    }
}
