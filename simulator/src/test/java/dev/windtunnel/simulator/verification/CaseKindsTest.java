package dev.windtunnel.simulator.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.yaml.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of case that the shipped ones do not show, with values worked out by hand. */
class CaseKindsTest {

    private static CaseOutcome judged(String family, String model, String metric, double value, double tolerance) {
        String text =
                "{'id': 'x', 'family': '%s', 'model': %s, 'expected': [{'metric': '%s', 'value': %s, 'tolerance_rel': %s}]}"
                        .formatted(family, model, metric, value, tolerance)
                        .replace('\'', '"');
        JsonValue root = JsonValue.read("x.json", text.getBytes(StandardCharsets.UTF_8));
        return Judge.judge(TheoryCase.read(root), 1, 0.01);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            availability | {'components': [{'mttf_h': 3, 'mttr_h': 1}]}                                        | availability        | 0.75
            availability | {'mttf_h': 3, 'mttr_h': 1}                                                          | unavailability      | 0.25
            availability | {'components': [{'count': 2, 'need': 1, 'mttf_h': 1, 'mttr_h': 1, 'repair': 'shared'}]} | unavailability  | 0.4
            availability | {'components': [{'count': 2, 'need': 1, 'mttf_h': 1, 'mttr_h': 1, 'repair': 'shared'}]} | expected_up     | 0.8
            availability | {'components': [{'count': 2, 'need': 1, 'mttf_h': 1, 'mttr_h': 1, 'repair': 'shared', 'crews': 2}]} | unavailability | 0.25
            composition  | {'calls': 2, 'call': {'dist': 'exponential', 'mean_s': 2}}                          | mean_s              | 3
            composition  | {'calls': 3, 'p_slow_call': 0.5}                                                    | p_slow              | 0.875
            composition  | {'availabilities': [0.5, 0.5]}                                                      | availability        | 0.25
            composition  | {'availabilities': [0.9, 0.8]}                                                      | unavailability_bound | 0.3
            statistics   | {'a': [1, 2, 3], 'b': [2, 4, 6], 'confidence': 0.95}                                | mean_difference     | 2
            statistics   | {'counts': [1, 3]}                                                                  | index_of_dispersion | 1
            statistics   | {'exposure': 2, 'events': 3, 'confidence': 0.95}                                    | rate                | 1.5
            statistics   | {'phi': 0.6}                                                                        | naive_understatement | 2
            statistics   | {'series': [1, 3, 1, 3, 1, 3, 1, 3], 'window': 2, 'confidence': 0.9}                | variance_of_mean    | 0
            statistics   | {'series': [1,1,3,3,1,1,3,3,1,1,3,3,1,1,3,3,1,1,3,3], 'batches': 10, 'confidence': 0.9} | batch_size      | 2
            statistics   | {'series': [1,1,3,3,1,1,3,3,1,1,3,3,1,1,3,3,1,1,3,3], 'batches': 5, 'confidence': 0.9}  | half_width      | 0
            """)
    void isComputed(String family, String model, String metric, double value) {
        CaseOutcome outcome = judged(family, model, metric, value, 1e-9);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    @Test
    void isSkippedByNameIfNothingInItIsKnown() {
        CaseOutcome outcome = judged("statistics", "{'tea': 1}", "leaves", 1, 1);

        assertEquals(Verdict.SKIPPED, outcome.verdict());
        assertEquals("statistics of tea", outcome.note());
    }

    /** All who share the CPU are in service; it is busy for 70 % of the time. */
    @Test
    void sharedCpusAreBusyAsOftenAsTheyHaveWork() {
        CaseOutcome outcome = judged(
                "M/G/1-PS",
                "{'arrivals': {'process': 'poisson', 'rate_per_s': 70}, 'stations': [{'servers': 1, 'discipline': 'PS',"
                        + " 'service': {'dist': 'exponential', 'mean_s': 0.01}}]}",
                "utilization",
                0.7,
                0.003);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    /** Of each two visits to a one comes back, so there are two a request. */
    @ParameterizedTest
    @CsvSource({"visits_a, 2", "throughput_per_s, 20", "mean_sojourn_s, 0.0333333"})
    void aStationThatIsVisitedAgainIsANetwork(String metric, double value) {
        CaseOutcome outcome = judged(
                "Jackson network",
                "{'arrivals': {'process': 'poisson', 'rate_per_s': 20}, 'routing': 'a -> a 0.5; a -> exit 0.5', 'stations': [{'name':"
                        + " 'a', 'servers': 1, 'service': {'dist': 'exponential', 'mean_s': 0.01}}]}",
                metric,
                value,
                0.003);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }
}
