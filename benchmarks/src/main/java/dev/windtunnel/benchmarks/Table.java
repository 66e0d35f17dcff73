package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one table: a line for each row as soon as it is measured, below it its bars, and the bars that were missed at the end. */
final class Table {

    private final List<Bar> bars = new ArrayList<>();

    Table() {
        System.out.printf(
                Locale.ROOT,
                "%-44s %12s %12s %7s %8s %9s %8s%n",
                "",
                "requests/",
                "events/",
                "events/",
                "ns/",
                "peak heap",
                "resident");
        System.out.printf(
                Locale.ROOT,
                "%-44s %12s %12s %7s %8s %9s %8s%n",
                "row",
                "CPU-s",
                "CPU-s",
                "request",
                "event",
                "MiB",
                "MiB");
    }

    /** Begins a section. */
    void section(String title) {
        System.out.println();
        System.out.println(title);
    }

    /** A measured row, and what it comes to beside others. */
    void row(String label, Measurement measured, String remark) {
        System.out.printf(
                Locale.ROOT,
                "  %-42s %,12.0f %,12.0f %7.2f %8.1f %,9d %,8d  %s%n",
                label,
                measured.requestsPerCpuSecond(),
                measured.eventsPerCpuSecond(),
                measured.eventsPerRequest(),
                measured.nanosPerEvent(),
                measured.peakHeapMebibytes(),
                measured.peakResidentMebibytes(),
                remark);
    }

    /** Something said about the row above. */
    void note(String text) {
        System.out.println("      " + text);
    }

    /** A bar of the row above. */
    void bar(Bar bar) {
        bars.add(bar);
        note(bar.toString());
    }

    /** How many bars were met, and which were not. */
    void end() {
        long met = bars.stream().filter(Bar::isMet).count();
        System.out.printf(Locale.ROOT, "%n%d of %d bars met%n", met, bars.size());
        bars.stream().filter(bar -> !bar.isMet()).forEach(bar -> System.out.println("  " + bar));
    }
}
