package dev.windtunnel.simulator.coverage;

import dev.windtunnel.simulator.coverage.CustomerRun.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the customer's design, a change of its YAML, and what moves by it.
 *
 * @param id of the row and its effect: S for simulated behavior, C for cost lines
 * @param edits of the shipped files
 */
record Moved(String id, Day day, List<Edit> edits, Measure measure, Direction direction) {

    enum Direction {
        UP,
        DOWN
    }

    @Override
    public String toString() {
        return id + ": " + measure + " " + direction;
    }

    static Changes row(String id, Day day) {
        return new Changes(id, day, List.of());
    }

    /** What is changed so far. */
    record Changes(String id, Day day, List<Edit> edits) {

        /** Changes the first such piece of production. */
        Changes prod(String piece, String by) {
            return change("architecture.yaml", "  prod:\n    account:", piece, by);
        }

        /** Changes the first such piece behind another. */
        Changes after(String mark, String piece, String by) {
            return change("architecture.yaml", mark, piece, by);
        }

        /** Changes the first such piece of what the design calls options. */
        Changes later(String piece, String by) {
            return change("later-architecture.yaml", "  prod:\n", piece, by);
        }

        /** Changes the first such piece of the scenario. */
        Changes scenario(String piece, String by) {
            return change(day.scenario(), "scenario: ", piece, by);
        }

        private Changes change(String file, String after, String piece, String by) {
            List<Edit> more = new ArrayList<>(edits);
            more.add(new Edit(file, after, piece, by));
            return new Changes(id, day, List.copyOf(more));
        }

        Moved up(Measure measure) {
            return new Moved(id, day, edits, measure, Direction.UP);
        }

        Moved down(Measure measure) {
            return new Moved(id, day, edits, measure, Direction.DOWN);
        }
    }
}
