package dev.windtunnel.simulator.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.yaml.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What passes, what fails, and what is skipped. */
class JudgeTest {

    private static TheoryCase theory(String family, String model, String expected) {
        String text =
                "{\"id\": \"x\", \"family\": \"" + family + "\", \"model\": " + model + ", \"expected\": [" + expected
                        + "], \"run\": {\"warmup_requests\": 1000, \"measured_requests_per_replication\": 20000,"
                        + " \"replications\": 10}}";
        return TheoryCase.read(JsonValue.read("x.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String queue(double rate, String station) {
        return "{\"arrivals\": {\"process\": \"poisson\", \"rate_per_s\": " + rate + "}, \"stations\": [" + station
                + "]}";
    }

    private static String station(int servers, String discipline) {
        return "{\"name\": \"s\", \"servers\": " + servers + ", \"discipline\": \"" + discipline
                + "\", \"service\": {\"dist\": \"exponential\", \"mean_s\": 0.01}, \"system_capacity\": null}";
    }

    private static String metric(String name, double value, double tolerance) {
        return "{\"metric\": \"" + name + "\", \"value\": " + value + ", \"tolerance_rel\": " + tolerance + "}";
    }

    @Nested
    class WhenTheEngineAndTheoryDiffer {

        @Test
        void failsAfterThreeSeeds() {
            TheoryCase wrong = theory("M/M/1", queue(50, station(1, "FCFS")), metric("mean_sojourn_s", 0.03, 0.05));

            CaseOutcome outcome = Judge.judge(wrong, 1, 1);

            assertEquals(Verdict.FAILED, outcome.verdict());
            assertTrue(outcome.line().contains("3 seeds"), outcome.line());
        }

        @Test
        void tellsTwoServersFromOneFast() {
            // M/M/2 at load 0.5 has p_wait 1/3; one server of twice the speed has 1/2.
            TheoryCase right = theory("M/M/c", queue(100, station(2, "FCFS")), metric("p_wait", 1 / 3.0, 0.03));
            TheoryCase wrong = theory("M/M/c", queue(100, station(2, "FCFS")), metric("p_wait", 0.5, 0.03));

            assertEquals(Verdict.PASSED, Judge.judge(right, 1, 1).verdict());
            assertEquals(Verdict.FAILED, Judge.judge(wrong, 1, 1).verdict());
        }

        @Test
        void tellsSharingFromQueueing() {
            String slow = station(1, "PS")
                    .replace("\"exponential\", \"mean_s\": 0.01", "\"deterministic\", \"value_s\": 0.01");
            // M/D/1-PS has the sojourn of M/M/1, S/(1-rho) = 0.02; M/D/1 in line has 0.015.
            TheoryCase sharing = theory("M/G/1-PS", queue(50, slow), metric("mean_sojourn_s", 0.02, 0.03));
            TheoryCase queueing =
                    theory("M/G/1", queue(50, slow.replace("PS", "FCFS")), metric("mean_sojourn_s", 0.015, 0.03));

            assertEquals(Verdict.PASSED, Judge.judge(sharing, 1, 1).verdict());
            assertEquals(Verdict.PASSED, Judge.judge(queueing, 1, 1).verdict());
        }
    }

    @Nested
    class WhenSomethingIsNotUnderstood {

        @Test
        void skipsTheFamilyByName() {
            TheoryCase unknown = theory("tea ceremony", "{}", metric("cups", 3, 0.1));

            CaseOutcome outcome = Judge.judge(unknown, 1, 1);

            assertEquals(Verdict.SKIPPED, outcome.verdict());
            assertTrue(outcome.line().contains("skipped: family tea ceremony"), outcome.line());
        }

        @Test
        void namesMetricsItDoesNotKnow() {
            TheoryCase known = theory(
                    "M/M/1",
                    queue(50, station(1, "FCFS")),
                    metric("mean_sojourn_s", 0.02, 0.1) + "," + metric("happiness", 1, 0.1));

            CaseOutcome outcome = Judge.judge(known, 1, 1);

            assertEquals(Verdict.PASSED, outcome.verdict());
            assertTrue(outcome.line().contains("metrics not known: happiness"), outcome.line());
        }

        @Test
        void leavesReferencesAlone() {
            String reference = "{\"metric\": \"mean_sojourn_s\", \"value\": 99, \"tolerance\": \"reference-only\"}";

            CaseOutcome outcome = Judge.judge(theory("M/M/1", queue(50, station(1, "FCFS")), reference), 1, 1);

            assertEquals(Verdict.SKIPPED, outcome.verdict());
            assertTrue(outcome.note().contains("reference"), outcome.note());
        }
    }

    @Test
    void wantsTheValueInsideItsOwnIntervalWhereTheCaseGivesNoNumber() {
        String own = "{\"metric\": \"mean_sojourn_s\", \"value\": %s,"
                + " \"tolerance\": \"if estimated by simulation: inside its own 99%% interval\"}";
        String model = queue(50, station(1, "FCFS"));

        assertEquals(
                Verdict.PASSED,
                Judge.judge(theory("M/M/1", model, own.formatted("0.02")), 1, 1).verdict());
        assertEquals(
                Verdict.FAILED,
                Judge.judge(theory("M/M/1", model, own.formatted("0.0225")), 1, 1)
                        .verdict());
    }

    @Test
    void readsAProbabilityThatNeverCameTrueWithAWidth() {
        Estimate never = Estimate.probability(0, 1000);

        assertEquals(0, never.value());
        assertTrue(never.half99() > 0.005 && never.half99() < 0.01, String.valueOf(never.half99()));
        assertEquals(List.of(true, false), List.of(Estimate.exact(1).isExact(), never.isExact()));
    }
}
