package dev.windtunnel.simulator.report;

import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.simulator.result.SessionOutcome;

/** Users' sessions in words and in a table, the same on the page and in Markdown. */
record SessionReport(SessionOutcome sessions) {

    /** How users behave, as the scenario has it. */
    static String behavior(Sessions sessions) {
        Sessions.Patience patience = sessions.patience();
        Sessions.Reload reload = sessions.reload();
        return Figures.decimals(sessions.pages().mean(), 1) + " pages and "
                + Figures.seconds(sessions.think().meanSeconds()) + " of thought between two, on average; "
                + (patience == null
                        ? "users never lose patience"
                        : patience.leaveSlow() + " of users leave after a page slower than "
                                + Durations.print(patience.limit()) + ", " + patience.leaveFailed()
                                + " after a failed one")
                + (reload == null ? "" : "; " + reload.chance() + " of those who stay load a failed one again");
    }

    /** What became of them, in one sentence. */
    String sentence() {
        return Figures.count(sessions.begun()) + " began; " + Figures.count(sessions.leftSlow() + sessions.leftFailed())
                + " users left early (" + share(sessions.leftSlow() + sessions.leftFailed(), sessions.begun()) + ")";
    }

    Table table() {
        Table table = new Table("Sessions and their pages", "What", ">Number", ">Share");
        sessionRow(table, "Sessions that ended with all their pages", sessions.finished());
        sessionRow(table, "Users who left after a slow page", sessions.leftSlow());
        sessionRow(table, "Users who left after a failed page", sessions.leftFailed());
        sessionRow(table, "Users still there at the end", sessions.active());
        table.total("All sessions that began", Figures.count(sessions.begun()), "100.0%");
        pageRow(table, "Pages in time", sessions.pages() - sessions.slowPages() - sessions.failedPages());
        pageRow(table, "Pages slower than users' patience", sessions.slowPages());
        pageRow(table, "Pages with a failed call", sessions.failedPages());
        table.total("All loads of pages", Figures.count(sessions.pages()), "100.0%");
        pageRow(table, "Of them, loads of a page that had failed", sessions.reloads());
        table.row("Pages of an ended session, mean", Figures.decimals(sessions.meanPages(), 2), "");
        table.row(
                "Pages of an ended session, p50, p90, p99",
                sessions.pagesAt(0.5) + ", " + sessions.pagesAt(0.9) + ", " + sessions.pagesAt(0.99),
                "");
        table.row("Length of an ended session, mean", Figures.seconds(sessions.meanSeconds()), "");
        return table;
    }

    private void sessionRow(Table table, String what, long number) {
        table.row(what, Figures.count(number), share(number, sessions.begun()));
    }

    private void pageRow(Table table, String what, long number) {
        table.row(what, Figures.count(number), share(number, sessions.pages()));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "0.0%" : Figures.percent((double) part / whole);
    }
}
