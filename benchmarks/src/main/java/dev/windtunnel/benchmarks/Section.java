package dev.windtunnel.benchmarks;

/** A part of the table that can be measured alone. */
interface Section {

    /** What {@code --only} calls it. */
    String name();

    /** Measures and prints it, rows that are measured in turns so many times after one that is thrown away. */
    void print(Table table, int repetitions);
}
