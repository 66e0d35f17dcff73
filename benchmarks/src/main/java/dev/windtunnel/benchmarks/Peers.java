package dev.windtunnel.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The same queues in our engine, in a bare loop and in SSJ, in one process: customers per CPU-second of the whole process, the
 * median of five repetitions after one that is thrown away, taken in turns so that a noisy neighbor hits all alike.
 *
 * <p>Argument: customers a repetition, 2,000,000 unless given.
 */
public final class Peers {

    private static final int REPETITIONS = 5;

    private Peers() {}

    /** Runs and prints the tables. */
    public static void main(String[] arguments) {
        long customers = arguments.length > 0 ? Long.parseLong(arguments[0]) : 2_000_000;
        List<QueueEngine> engines = List.of(
                new BareLoop(),
                new WindtunnelEngine(),
                new Ssj("Henriksen list", Henriksen::new),
                new Ssj("splay tree", SplayTree::new));
        for (Network network : List.of(Network.MM10, Network.TANDEM)) {
            compare(network, engines, customers);
        }
    }

    private static void compare(Network network, List<QueueEngine> engines, long customers) {
        double[][] rates = new double[engines.size()][REPETITIONS];
        QueueEngine.Measured[] last = new QueueEngine.Measured[engines.size()];
        for (int repetition = -1; repetition < REPETITIONS; repetition++) {
            for (int i = 0; i < engines.size(); i++) {
                double before = cpuSeconds();
                last[i] = engines.get(i).run(network, customers, 42 + repetition);
                if (repetition >= 0) {
                    rates[i][repetition] = last[i].customers() / (cpuSeconds() - before);
                }
            }
        }
        double erlang = network.stations().stream()
                .mapToDouble(network::erlangWaitSeconds)
                .sum();
        double henriksen = median(rates[2]);
        double bare = median(rates[0]);
        System.out.printf(
                Locale.ROOT,
                "%n%-24s %16s %14s %9s %9s %9s %12s%n",
                network.name(),
                "customers/CPU-s",
                "events/CPU-s",
                "ns/event",
                "x SSJ-H",
                "x bare",
                "wait/theory");
        for (int i = 0; i < engines.size(); i++) {
            double rate = median(rates[i]);
            double eventsEach = (double) last[i].events() / last[i].customers();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %,16.0f %,14.0f %9.1f %9.2f %9.2f %12.3f%n",
                    engines.get(i).name(),
                    rate,
                    rate * eventsEach,
                    1e9 / rate / eventsEach,
                    rate / henriksen,
                    rate / bare,
                    last[i].meanWaitSeconds() / erlang);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
