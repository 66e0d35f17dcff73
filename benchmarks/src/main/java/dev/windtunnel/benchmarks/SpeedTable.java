package dev.windtunnel.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * Prints the whole table, or some sections of it: {@code --only mm10,tandem}. Started by {@code benchmarks/run} in the
 * project's folder.
 */
public final class SpeedTable {

    private static final int REPETITIONS = 3;
    private static final long CUSTOMERS = 8_000_000;

    private static final List<Section> SECTIONS = List.of(
            new QueueSection("mm10", Network.MM10, CUSTOMERS),
            new QueueSection("tandem", Network.TANDEM, CUSTOMERS / 2),
            new FleetSection(),
            new FleetSizeSection(),
            new TimeoutSection(),
            new MemorySection(),
            new ColdStartSection());

    private SpeedTable() {}

    /** Measures and prints. Arguments: {@code [--only SECTION,...] [--repetitions N]}. */
    public static void main(String[] arguments) {
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        List<String> wanted = names;
        int repetitions = REPETITIONS;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--only" -> wanted = Arrays.asList(value.split(",", -1));
                case "--repetitions" -> repetitions = value.matches("[1-9]\\d?") ? Integer.parseInt(value) : 0;
                default -> refuse(names);
            }
        }
        if (repetitions == 0 || !names.containsAll(wanted)) {
            refuse(names);
        }
        Table table = new Table();
        for (Section section : SECTIONS) {
            if (wanted.contains(section.name())) {
                section.print(table, repetitions);
            }
        }
        table.end();
    }

    private static void refuse(List<String> names) {
        System.err.println("usage: benchmarks/run [--only SECTION[,SECTION]...] [--repetitions 1..99], sections: "
                + String.join(" ", names));
        System.exit(2);
    }
}
