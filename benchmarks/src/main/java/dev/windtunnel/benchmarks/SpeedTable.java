package dev.windtunnel.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * Prints the whole table, or some sections of it: {@code --only mm10,tandem}. Started by {@code benchmarks/run} in the
 * project's folder.
 */
public final class SpeedTable {

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

    /** Measures and prints. */
    public static void main(String[] arguments) {
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        List<String> wanted = arguments.length == 0 ? names : Arrays.asList(arguments[0].split(",", -1));
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("no section is called " + name + ", found " + names);
            }
        }
        Table table = new Table();
        SECTIONS.stream().filter(section -> wanted.contains(section.name())).forEach(section -> section.print(table));
        table.end();
    }
}
