package dev.windtunnel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** From the command to the finished report with its pictures, in a fresh process each time: a day of 300 users. */
final class ColdStartSection implements Section {

    private static final int REPETITIONS = 5;
    private static final String FILE = "scenarios/minimal/scenario.yaml";
    private static final String[] DAY = {"start=2026-03-02T00:00", "duration=24h", "traffic.users.daily=300"};

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public void print(Table table, int repetitions) {
        double[] wall = new double[REPETITIONS];
        double[] cpu = new double[REPETITIONS];
        try {
            Path folder = Files.createTempDirectory("windtunnel-benchmark");
            // The first may build, and fills the file system's cache.
            Launcher.run(folder.resolve("first"), FILE, DAY);
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                Launcher.Took took = Launcher.run(folder.resolve("report" + repetition), FILE, DAY);
                wall[repetition] = took.wallSeconds();
                cpu[repetition] = took.cpuSeconds();
            }
            Launcher.remove(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        int middle = REPETITIONS / 2;
        table.section(
                "cold start: windtunnel run of a day of 300 users, fresh process, AOT cache, to the report with pictures");
        table.note(String.format(
                Locale.ROOT,
                "of %d: wall seconds %.2f to %.2f, median %.2f; CPU seconds median %.2f",
                REPETITIONS,
                wall[0],
                wall[REPETITIONS - 1],
                wall[middle],
                cpu[middle]));
        table.bar(Bar.atMost(2.0, "cold start to the finished report: wall seconds", wall[middle]));
    }
}
