package dev.windtunnel.simulator.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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

    private static final String MM1 =
            "'arrivals': {'process': 'poisson', 'rate_per_s': 80}, 'stations': [{'servers': 1,"
                    + " 'service': {'dist': 'exponential', 'mean_s': 0.01}}]";

    /**
     * Work that its client takes along: the unfinished work jumps to the deadline at most, so those who give up are {@code p0
     * exp(-(mu - lambda) T)} with {@code p0 = 1 / (1 + lambda / (mu - lambda) (1 - exp(-(mu - lambda) T)))}.
     */
    @Test
    void aTimeoutThatCancelsSparesTheServer() {
        CaseOutcome outcome = judged(
                "client timeout, work not cancelled",
                "{" + MM1 + ", 'client_timeout_s': 0.1, 'cancel_on_timeout': true}",
                "p_timeout",
                0.030350,
                0.004);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    /** A key that changes what a case means is never run as if it were not there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'priorities': [1, 2], @}                                                     | 'priorities' of a network
            {@, 'policy': {'name': 'power-of-d', 'd': 3}}                                 | the best of 3 choices
            {'arrivals': {'process': 'mmpp'}, 'stations': [{'servers': 1, 'service': {'dist': 'exponential', 'mean_s': 1}}]} | arrivals by a mmpp process
            {'arrivals': {'process': 'poisson', 'rate_per_s': 1}, 'stations': [{'servers': 1, 'priority': 2}]} | 'priority' of a station
            {'arrivals': {'process': 'poisson', 'rate_per_s': 1}, 'stations': [{'servers': 1, 'service': {'dist': 'weibull', 'mean_s': 1}}]} | distribution weibull; known are exponential, deterministic, lognormal, gamma, erlang, hyperexponential, bounded_pareto
            {@, 'limiter': {'kind': 'token-bucket', 'rate_per_s': 1, 'burst': 2.5}}       | a burst of other than whole tokens
            {@, 'routing': {'a': 'b'}}                                                    | routing that is no text of steps such as 'a -> b .5'
            """)
    void isSkippedByTheNameOfWhatIsNotKnown(String model, String note) {
        CaseOutcome outcome = judged("M/M/1", model.replace("@", MM1), "mean_sojourn_s", 1, 1);

        assertEquals(Verdict.SKIPPED, outcome.verdict(), outcome.line());
        assertEquals(note, outcome.note());
    }

    /** Requests may arrive at any station, wherever it stands in the list. */
    @Test
    void requestsArriveWhereTheRoutingSays() {
        CaseOutcome outcome = judged(
                "Jackson network",
                "{'arrivals': {'process': 'poisson', 'rate_per_s': 20}, 'routing': 'b -> a 0.5; a -> exit', 'stations': ["
                        + "{'name': 'a', 'servers': 1, 'service': {'dist': 'exponential', 'mean_s': 0.01}},"
                        + "{'name': 'b', 'servers': 1, 'service': {'dist': 'exponential', 'mean_s': 0.02}}]}",
                "visits_a",
                0.5,
                0.003);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    /** Rescaling time changes nothing, also where a request comes once an hour. */
    @Test
    void isTheSameOnAnyTimeScale() {
        CaseOutcome outcome = judged(
                "M/M/1",
                "{'arrivals': {'process': 'poisson', 'rate_per_s': 0.0007}, 'stations': [{'servers': 1, 'service': {'dist':"
                        + " 'exponential', 'mean_s': 1000}}]}",
                "mean_sojourn_s",
                3333.3333,
                0.003);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    /** Customers who think for no time at all: a constant population, and a server that never rests. */
    @Test
    void usersWhoDoNotThinkKeepTheServerBusy() {
        CaseOutcome outcome = judged(
                "closed network",
                "{'population': 3, 'think': {'dist': 'deterministic', 'value_s': 0}, 'stations': [{'servers': 1, 'service':"
                        + " {'dist': 'exponential', 'mean_s': 0.01}}]}",
                "throughput_per_s",
                100,
                0.003);

        assertEquals(Verdict.PASSED, outcome.verdict(), outcome.line());
    }

    @Test
    void drawsForEachCaseAnew() {
        assertNotEquals(Seeds.named("mm1-a"), Seeds.named("mm1-b"));
    }
}
