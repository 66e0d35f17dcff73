package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures rows in turns, so that a noisy neighbor hits all alike: each in a process of its own, one repetition that is thrown
 * away, then the median of some.
 */
final class Turns {

    private Turns() {}

    /** The medians, in the order of the rows. */
    static List<Measurement> measure(List<Row> rows, int repetitions) {
        List<WorkerProcess> workers = new ArrayList<>();
        List<List<Measurement>> measured = new ArrayList<>();
        try {
            for (Row row : rows) {
                workers.add(WorkerProcess.start(row.flags(), row.work()));
                measured.add(new ArrayList<>());
            }
            for (int repetition = 0; repetition <= repetitions; repetition++) {
                for (int i = 0; i < workers.size(); i++) {
                    Measurement one = workers.get(i).repeat(42 + repetition);
                    if (repetition > 0) {
                        measured.get(i).add(one);
                    }
                }
            }
        } finally {
            workers.forEach(WorkerProcess::close);
        }
        return measured.stream().map(Turns::median).toList();
    }

    /** One repetition in a fresh process. */
    static Measurement once(Row row) {
        try (WorkerProcess worker = WorkerProcess.start(row.flags(), row.work())) {
            return worker.repeat(42);
        }
    }

    /** The repetition in the middle, with the peaks of the last: they only rise. */
    private static Measurement median(List<Measurement> repetitions) {
        Measurement last = repetitions.getLast();
        List<Measurement> sorted = repetitions.stream()
                .sorted(Comparator.comparingDouble(Measurement::requestsPerCpuSecond))
                .toList();
        return sorted.get(sorted.size() / 2).withPeaksOf(last);
    }
}
