package dev.windtunnel.benchmarks;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.model.yaml.ScenarioReader;
import dev.windtunnel.simulator.compile.ScenarioCompiler;
import dev.windtunnel.simulator.engine.ExactRun;
import dev.windtunnel.simulator.engine.Finished;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The process in which one row of the table is measured: nothing else has trained its compiler or fills its heap. It repeats
 * the work once for each line on its standard input, a number that seeds queues, and answers with a {@link Measurement}.
 *
 * <p>Arguments: {@code queue ENGINE NETWORK CUSTOMERS} or {@code scenario FILE [PATH=VALUE]...}.
 */
final class Worker {

    /** Before each answer, so that nothing else on standard output is taken for one. */
    static final String ANSWER = "measured ";

    private static final String RESIDENT_PEAK = "VmHWM:";

    private Worker() {}

    /** What came of a repetition; the result of a scenario is kept so that what it holds can be weighed. */
    private record Done(
            long requests,
            long attempts,
            long events,
            double check,
            String digest,
            @Nullable Finished result) {}

    /** Work that can be repeated. */
    private interface Work {
        Done repeat(long seed);
    }

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        Work work = arguments[0].equals("queue") ? queue(arguments) : scenario(arguments);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(ANSWER + measure(work, Long.parseLong(line)).print());
        }
    }

    private static Measurement measure(Work work, long seed) throws IOException {
        double cpuBefore = cpuSeconds();
        long before = System.nanoTime();
        Done done = work.repeat(seed);
        double wall = (System.nanoTime() - before) / 1e9;
        double cpu = cpuSeconds() - cpuBefore;
        long peak = peakHeapBytes();
        return new Measurement(
                done.requests(),
                done.attempts(),
                done.events(),
                cpu,
                wall,
                peak >> 20,
                peakResidentKibibytes() >> 10,
                heldBytes(done) >> 20,
                done.check(),
                done.digest());
    }

    /** Queues hold nothing, and collecting between their repetitions would change how their heap grows. */
    private static long heldBytes(Done done) {
        if (done.result() == null) {
            return 0;
        }
        try {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        } finally {
            Reference.reachabilityFence(done);
        }
    }

    private static Work queue(String[] arguments) {
        QueueEngine engine = engine(arguments[1]);
        Network network = arguments[2].equals(Network.MM10.name()) ? Network.MM10 : Network.TANDEM;
        long customers = Long.parseLong(arguments[3]);
        return seed -> {
            QueueEngine.Measured measured = engine.run(network, customers, seed);
            return new Done(
                    measured.customers(),
                    measured.customers(),
                    measured.events(),
                    measured.meanWaitSeconds(),
                    "-",
                    null);
        };
    }

    private static QueueEngine engine(String name) {
        return switch (name) {
            case "bare" -> new BareLoop();
            case "ten-servers" -> new TenServers();
            case "windtunnel" -> new WindtunnelEngine();
            case "standing-lines" -> new StandingLinesEngine();
            case "naive" -> new NaiveJava();
            case "ssj-henriksen-plain" -> new Ssj(Henriksen::new, PlainLuck::new);
            case "ssj-henriksen-ziggurat" -> new Ssj(Henriksen::new, Xoroshiro::new);
            case "ssj-splay-plain" -> new Ssj(SplayTree::new, PlainLuck::new);
            case "ssj-splay-ziggurat" -> new Ssj(SplayTree::new, Xoroshiro::new);
            case "ssj-tutorial" -> new SsjTutorial();
            default -> throw new IllegalArgumentException("no engine is called " + name);
        };
    }

    private static Work scenario(String[] arguments) {
        Path file = Path.of(arguments[1]);
        List<String> overrides = Arrays.asList(arguments).subList(2, arguments.length);
        return _ -> {
            LoadedScenario loaded = ScenarioReader.read(file, overrides, KnownNames.of(Catalog.embedded()));
            Finished finished = ExactRun.run(
                            ScenarioCompiler.compile(loaded, Catalog.embedded()), (_, _) -> {}, () -> false)
                    .orElseThrow();
            return new Done(
                    finished.requests(), finished.attempts(), finished.events(), 0, finished.requestDigest(), finished);
        };
    }

    private static double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }

    private static long peakResidentKibibytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(RESIDENT_PEAK))
                .map(line ->
                        line.substring(RESIDENT_PEAK.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
