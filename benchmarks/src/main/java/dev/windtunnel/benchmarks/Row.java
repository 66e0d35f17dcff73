package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to be measured in a process of its own.
 *
 * @param label how the table calls it
 * @param flags of its JVM
 * @param work arguments of the {@link Worker}
 */
record Row(String label, List<String> flags, List<String> work) {

    /** An engine of ours or of others with a queue. */
    static Row queue(String label, List<String> flags, String engine, Network network, long customers) {
        return new Row(label, flags, List.of("queue", engine, network.name(), Long.toString(customers)));
    }

    /** A scenario, run as the launcher runs it. */
    static Row scenario(String label, String file, List<String> overrides) {
        List<String> work = new ArrayList<>(List.of("scenario", file));
        work.addAll(overrides);
        return new Row(label, WorkerProcess.LAUNCHER, work);
    }
}
