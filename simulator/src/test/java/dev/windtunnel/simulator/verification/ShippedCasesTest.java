package dev.windtunnel.simulator.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cases that come with the program, at a fraction of their run lengths. */
class ShippedCasesTest {

    private static final double LOW_EFFORT = 0.004;

    /** Theory families that belong to parts of the product that are not there yet. */
    private static final Set<String> LATER =
            new TreeSet<>(List.of("autoscaling", "cost", "cpu credits", "slo", "spot"));

    private static List<CaseOutcome> run(long seed, int threads) {
        return Verification.read(null).run(new Verification.Settings(seed, LOW_EFFORT, threads), _ -> {}, () -> false);
    }

    @Test
    void agreesWithTheoryAndSaysWhatItSkips() {
        List<CaseOutcome> outcomes = run(1, 2);

        List<String> failed = outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.FAILED)
                .map(CaseOutcome::line)
                .toList();
        assertEquals(List.of(), failed);
        assertTrue(VerificationReport.summary(outcomes).startsWith("39 passed, 0 failed, "));
        for (CaseOutcome outcome : outcomes) {
            boolean isTheory = !outcome.id().contains("/") && !outcome.family().equals("bill");
            boolean isSkipped = outcome.verdict() == Verdict.SKIPPED;
            assertEquals(!isTheory || LATER.contains(outcome.family()), isSkipped, outcome.line());
            assertTrue(!isSkipped || outcome.note().contains(outcome.family()), outcome.line());
        }
    }

    @Test
    void givesTheSameNumbersOnOneThreadAndOnThree() {
        List<String> one = run(5, 1).stream().map(CaseOutcome::line).toList();
        List<String> three = run(5, 3).stream().map(CaseOutcome::line).toList();

        assertEquals(one, three);
    }

    @Test
    void writesEveryMetricAndTheCommandOntoThePage() {
        List<CaseOutcome> outcomes = List.of(new CaseOutcome(
                "mm1",
                "M/M/1",
                Verdict.FAILED,
                List.of(new MetricOutcome("mean_wait_s", 2, 3, 0.25, 4, Verdict.FAILED)),
                List.of(),
                "3 seeds"));

        String page = VerificationReport.markdown(outcomes, new Verification.Settings(7, 0.5, 1));

        assertTrue(page.contains("windtunnel verify --seed 7 --effort 0.5"), page);
        assertTrue(page.contains("| mm1 | mean_wait_s | 2 | 3 | 2.75 to 3.25 | 400 % | failed |"), page);
        assertTrue(page.contains("**0 passed, 1 failed, 0 skipped.**"), page);
    }
}
