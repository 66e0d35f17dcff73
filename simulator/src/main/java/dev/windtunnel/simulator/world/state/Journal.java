package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.result.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** What happened and why, in order. Writing it changes nothing else. */
public final class Journal {

    private final List<JournalEntry> entries = new ArrayList<>();

    /** Adds an entry; times do not fall. */
    public void write(JournalEntry entry) {
        entries.add(entry);
    }

    /** All entries, in the order in which they were written. */
    public List<JournalEntry> entries() {
        return entries;
    }

    /** Takes over another's state. */
    void copyFrom(Journal other) {
        entries.clear();
        entries.addAll(other.entries);
    }
}
