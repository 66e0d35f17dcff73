package dev.windtunnel.benchmarks;

/** A part of the table that can be measured alone. */
interface Section {

    /** What {@code --only} calls it. */
    String name();

    /** Measures and prints it. */
    void print(Table table);
}
