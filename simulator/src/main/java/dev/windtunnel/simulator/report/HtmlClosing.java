package dev.windtunnel.simulator.report;

import static dev.windtunnel.simulator.report.chart.Markup.attr;
import static dev.windtunnel.simulator.report.chart.Markup.style;

import dev.windtunnel.simulator.cost.Bill;
import dev.windtunnel.simulator.report.chart.Markup;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.Provenance;
import java.util.ArrayList;
import java.util.List;

/** The end of the page: journal, bill, what is missing, what is assumed, where it comes from. */
record HtmlClosing(ReportInput input, Tables tables, Markup html) {

    /** So that the page stays small; the whole journal is in results.json. */
    private static final int MOST_ENTRIES = 1500;

    private static final long AROUND_FAULT = 600_000_000_000L;

    void write() {
        journal();
        bill();
        finePrint();
    }

    private void journal() {
        List<JournalEntry> journal = input.result().journal();
        List<JournalEntry> shown = shown(journal);
        open("journal", "Journal");
        html.open("details").element("summary", Figures.count(journal.size()) + " things happened, and why");
        Clock clock = new Clock(input.result().axis());
        Table table = new Table("Journal", "Time", "Who", "What", "Because");
        for (JournalEntry entry : shown) {
            table.row(clock.second(entry.atNanos()), entry.actor(), entry.what(), entry.because());
        }
        table.writeTo(html);
        if (shown.size() < journal.size()) {
            html.element(
                    "p",
                    Figures.count(journal.size() - shown.size()) + " more, far from any fault, are in results.json.",
                    style("note"));
        }
        html.close("details").close("section");
    }

    /** All of a short journal; of a long one what is near a fault, and of the rest the first. */
    private List<JournalEntry> shown(List<JournalEntry> journal) {
        if (journal.size() <= MOST_ENTRIES) {
            return journal;
        }
        long near = journal.stream().filter(this::isNearFault).count();
        long room = MOST_ENTRIES - near;
        List<JournalEntry> shown = new ArrayList<>();
        for (JournalEntry entry : journal) {
            boolean isNear = isNearFault(entry);
            if (shown.size() < MOST_ENTRIES && (isNear || room > 0)) {
                shown.add(entry);
                room -= isNear ? 0 : 1;
            }
        }
        return shown;
    }

    private boolean isNearFault(JournalEntry entry) {
        for (FaultWindow fault : input.result().faults()) {
            if (entry.atNanos() >= fault.startNanos() - AROUND_FAULT
                    && entry.atNanos() <= fault.endNanos() + AROUND_FAULT) {
                return true;
            }
        }
        return false;
    }

    private void bill() {
        open("bill", "Bill");
        tables.bill().writeTo(html);
        html.element(
                "p",
                "● price copied from a price list, ○ list price written from knowledge, ≈ derived. Amounts are rounded"
                        + " only here.",
                style("note"));
        html.element("h3", "Not priced");
        if (input.bill().notPriced().isEmpty()) {
            html.element("p", "Nothing: everything in the design has a line.");
        } else {
            Table table = new Table("Costs money and has no line", "What", "Account", "Why");
            for (Bill.NotPriced one : input.bill().notPriced()) {
                table.row(one.what(), one.account(), one.why());
            }
            table.writeTo(html);
        }
        html.close("section");
    }

    private void finePrint() {
        Provenance provenance = input.result().provenance();
        open("fine-print", "Fine print");
        list("Not simulated", provenance.notSimulated(), "Nothing that the design has is left out.");
        list("Assumptions without a source", provenance.estimates(), "None.");
        input.burstiness().ifPresent(measured -> {
            html.element("h3", "Burstiness");
            tables.burstiness(measured).writeTo(html);
        });
        html.element("h3", "Provenance");
        tables.provenance().writeTo(html);
        html.element("p", "The same input and seed give the same bytes, on any machine.", style("note"));
        html.close("section");
    }

    private void list(String title, List<String> items, String none) {
        html.element("h3", title);
        if (items.isEmpty()) {
            html.element("p", none);
            return;
        }
        html.open("ul", style("plain"));
        items.forEach(item -> html.element("li", item));
        html.close("ul");
    }

    private void open(String id, String title) {
        html.open("section", attr("id", id), attr("aria-labelledby", id + "-h"))
                .element("h2", title, attr("id", id + "-h"));
    }
}
