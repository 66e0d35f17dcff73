package dev.windtunnel.benchmarks;

import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernel's order of events and its draws, beside the JDK's generator. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public class KernelStructures {

    /** How many sources hold an event. */
    @Param({"64", "1024", "16384"})
    public int sources;

    private Tournament tournament = new Tournament(2);
    private QuantileTable exponential = Quantiles.fixed(0);
    private final SplittableRandom random = new SplittableRandom(1);
    private long counter;

    /** All sources get a first event. */
    @Setup
    public void fill() {
        tournament = new Tournament(sources);
        exponential = Quantiles.exponential(1e6);
        for (int source = 0; source < sources; source++) {
            tournament.set(source, random.nextLong(1_000_000_000L));
        }
    }

    /** The earliest event happens and its source plans its next one. */
    @Benchmark
    public long hold() {
        int winner = tournament.winner();
        long now = tournament.earliest();
        tournament.set(winner, now + 1 + (long) exponential.sampleUpper(Keys.draw(42, counter++)));
        return now;
    }

    /** A keyed draw of an exponential value. */
    @Benchmark
    public double keyedExponential() {
        return exponential.sampleUpper(Keys.draw(42, counter++));
    }

    /** The JDK's own, with state. */
    @Benchmark
    public double jdkExponential() {
        return random.nextExponential();
    }
}
