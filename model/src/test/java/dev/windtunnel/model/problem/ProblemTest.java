package dev.windtunnel.model.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemTest {

    @Test
    void printsPositionPathAdviceAndTheLineWithACaret() {
        Problem problem = new Problem(
                new Position("a.yaml", 12, 5), "traffic.x", "unknown key 'x'", "did you mean 'y'?", "\t - x: 1");

        assertEquals("""
                a.yaml:12:5: error: unknown key 'x' (at traffic.x); did you mean 'y'?
                      - x: 1
                        ^""", problem.print());
    }

    @Test
    void showsOfAVeryLongLineWhatStandsAroundTheColumn() {
        String line = "x".repeat(5_000_000) + "HERE" + "y".repeat(5_000_000);

        List<String> printed = new Problem(new Position("a.json", 1, 5_000_001), "", "odd", null, line)
                .print()
                .lines()
                .toList();

        assertEquals(3, printed.size());
        assertEquals(204, printed.get(1).length());
        assertEquals(printed.get(1).indexOf("HERE"), printed.get(2).indexOf('^'));
    }

    @Test
    void quotesNoMoreOfAHugeNameThanOneReads() {
        String huge = "n".repeat(100_000);
        Problem problem = new Problem(new Position("a.yaml", 1, 1), huge, huge, huge, huge);

        assertTrue(problem.print().length() < 7_000);
        assertTrue(problem.print().contains("nnn..."));
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertEquals(
                "a.yaml: error: empty",
                Problem.at(Position.of("a.yaml"), "", "empty").print());
        assertEquals(
                "a.yaml:3: error: odd",
                Problem.at(new Position("a.yaml", 3, 0), "", "odd").print());
    }

    @Test
    void rejectsForAReasonOnly() {
        assertThrows(IllegalArgumentException.class, () -> new InputRejected(List.of()));
    }

    @Test
    void offersNearNamesBestFirstAndFarOnesNever() {
        List<String> valid = List.of("duration", "timezone", "m6g.large", "m7g.large");

        assertEquals(List.of("duration"), NearestName.of("durtion", valid, 3));
        assertEquals(List.of("m6g.large", "m7g.large"), NearestName.of("m6g.lagre", valid, 3));
        assertEquals(List.of("m6g.large"), NearestName.of("m6g.lagre", valid, 1));
        assertEquals(List.of(), NearestName.of("budget", valid, 3));
        assertEquals(List.of(), NearestName.of("n".repeat(100_000) + "a", List.of("n".repeat(100_000) + "b"), 3));
    }

    @Test
    void countsASwapOfNeighborsAsOneSlip() {
        assertEquals(1, NearestName.distance("lagre", "large"));
        assertEquals(3, NearestName.distance("", "abc"));
    }
}
