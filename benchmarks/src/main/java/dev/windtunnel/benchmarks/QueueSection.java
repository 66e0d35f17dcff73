package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same queue in our engine, in a bare loop, in naive Java and in SSJ in several honest settings. */
final class QueueSection implements Section {

    private static final String BARE = "bare loop";
    private static final String OURS = "Windtunnel, standing lines (no events)";
    private static final String EXACT = "Windtunnel, exact plant (every event)";
    private static final String SSJ = "SSJ, Henriksen list (the shared stream)";
    private static final String FAVORED = "SSJ, Henriksen, our ziggurat, Serial GC";
    private static final String NAIVE = "naive Java (the shared stream)";

    private final String name;
    private final Network network;
    private final long customers;

    QueueSection(String name, Network network, long customers) {
        this.name = name;
        this.network = network;
        this.customers = customers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void print(Table table, int repetitions) {
        List<Row> rows = rows();
        List<Measurement> measured = Turns.measure(rows, repetitions);
        Map<String, Measurement> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byLabel.put(rows.get(i).label(), measured.get(i));
        }
        double erlang = network.stations().stream()
                .mapToDouble(network::erlangWaitSeconds)
                .sum();
        table.section(String.format(
                Locale.ROOT,
                "%s: %,d customers, Erlang C mean wait %.3f ms (requests are customers)",
                network.name(),
                customers,
                erlang * 1e3));
        byLabel.forEach((label, one) -> {
            String remark = String.format(
                    Locale.ROOT,
                    "%5.2f SSJ, %5.2f SSJ at its best, %5.2f bare; wait %.4f of Erlang C's",
                    ratio(byLabel, label, SSJ),
                    ratio(byLabel, label, FAVORED),
                    ratio(byLabel, label, BARE),
                    one.check() / erlang);
            table.row(label, one, remark);
            bars(byLabel, label).forEach(table::bar);
        });
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                row(BARE, WorkerProcess.LAUNCHER, "bare"),
                row(OURS, WorkerProcess.LAUNCHER, "standing-lines"),
                row(EXACT, WorkerProcess.LAUNCHER, "windtunnel"),
                row(SSJ, WorkerProcess.DEFAULT, "ssj-henriksen-plain"),
                row("SSJ, Henriksen list, Serial GC", WorkerProcess.LAUNCHER, "ssj-henriksen-plain"),
                row("SSJ, Henriksen list, our ziggurat", WorkerProcess.DEFAULT, "ssj-henriksen-ziggurat"),
                row(FAVORED, WorkerProcess.LAUNCHER, "ssj-henriksen-ziggurat"),
                row("SSJ, its default splay tree", WorkerProcess.DEFAULT, "ssj-splay-plain")));
        if (network.stations().size() == 1) {
            rows.add(1, row("bare loop for exactly ten servers", WorkerProcess.LAUNCHER, "ten-servers"));
            rows.add(row("SSJ as its tutorial writes it", WorkerProcess.DEFAULT, "ssj-tutorial"));
        }
        rows.add(row(NAIVE, WorkerProcess.DEFAULT, "naive"));
        return rows;
    }

    private Row row(String label, List<String> flags, String engine) {
        return Row.queue(label, flags, engine, network, customers);
    }

    private List<Bar> bars(Map<String, Measurement> byLabel, String label) {
        boolean isSingle = network.stations().size() == 1;
        return switch (label) {
            case BARE ->
                isSingle
                        ? List.of(
                                Bar.atLeast(2.5, name + ": bare loop, times SSJ Henriksen,", ratio(byLabel, BARE, SSJ)))
                        : List.of();
            case OURS ->
                isSingle
                        ? List.of(
                                Bar.atLeast(
                                        2.0, name + ": Windtunnel, times SSJ Henriksen,", ratio(byLabel, OURS, SSJ)),
                                Bar.atLeast(
                                        0.7, name + ": Windtunnel, times the bare loop,", ratio(byLabel, OURS, BARE)))
                        : List.of(Bar.atLeast(
                                1.5, name + ": Windtunnel, times SSJ Henriksen,", ratio(byLabel, OURS, SSJ)));
            default -> List.of();
        };
    }

    private static double ratio(Map<String, Measurement> byLabel, String label, String to) {
        return rate(byLabel, label) / rate(byLabel, to);
    }

    private static double rate(Map<String, Measurement> byLabel, String label) {
        Measurement measured = byLabel.get(label);
        if (measured == null) {
            throw new IllegalStateException("no row is called " + label);
        }
        return measured.requestsPerCpuSecond();
    }
}
