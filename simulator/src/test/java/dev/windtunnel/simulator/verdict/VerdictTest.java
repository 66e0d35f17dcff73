package dev.windtunnel.simulator.verdict;

import static dev.windtunnel.simulator.verdict.Minimal.bill;
import static dev.windtunnel.simulator.verdict.Minimal.endpoint;
import static dev.windtunnel.simulator.verdict.Minimal.fault;
import static dev.windtunnel.simulator.verdict.Minimal.limit;
import static dev.windtunnel.simulator.verdict.Minimal.minute;
import static dev.windtunnel.simulator.verdict.Minimal.objective;
import static dev.windtunnel.simulator.verdict.Minimal.result;
import static dev.windtunnel.simulator.verdict.Minimal.scenario;
import static dev.windtunnel.simulator.verdict.Minimal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.Budget;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerdictTest {

    private static final RunResult BAD = result(endpoint("api", view(50, 50), view(100, 0)));

    @Test
    void answersZeroOnlyIfEveryExpectationHolds() {
        var met = objective("40%", null);
        var missed = objective("99%", null);
        var missExpected = objective("99%", null, null, View.CLIENT, Expectation.MISSED);
        var missWronglyExpected = objective("40%", null, null, View.CLIENT, Expectation.MISSED);

        assertEquals(0, Verdict.of(BAD, scenario(met, missExpected), bill()).exitCode());
        assertEquals(99, Verdict.of(BAD, scenario(met, missed), bill()).exitCode());
        assertEquals(99, Verdict.of(BAD, scenario(missWronglyExpected), bill()).exitCode());
        assertEquals(0, Verdict.of(BAD, scenario(), bill()).exitCode());
    }

    @Nested
    class OfABudget {

        @Test
        void isNotJudgedOverADay() {
            var budget = new Budget(Money.of("1"));

            var verdict = Verdict.of(BAD, scenario(budget, Minimal.replay()), bill("500", Duration.ofDays(1)));

            var notJudged = assertInstanceOf(BudgetVerdict.NotJudged.class, verdict.budget());
            assertEquals(
                    "not judged (1 day simulated; a monthly budget needs 28 days or a calendar of typical days)",
                    notJudged.reason());
            assertEquals(0, verdict.exitCode());
        }

        @ParameterizedTest
        @CsvSource({"1042.86, true", "1042.85, false"})
        void isJudgedFromTwentyEightDaysOnByAMonthOf730Hours(String monthly, boolean holds) {
            // 960 USD in 672 h are 1042.857 USD in 730 h.
            var budget = new Budget(Money.of(monthly));

            var verdict = Verdict.of(BAD, scenario(budget, Minimal.replay()), bill("960", Duration.ofDays(28)));

            assertEquals(holds, verdict.budget().holds());
            assertEquals(holds ? 0 : 99, verdict.exitCode());
        }

        @Test
        void isNotAskedWithoutOne() {
            assertInstanceOf(
                    BudgetVerdict.NotAsked.class,
                    Verdict.of(BAD, scenario(), bill()).budget());
        }
    }

    @Nested
    class OfHarm {

        @Test
        void countsFailedAndTooSlowByTheStrictestLatencyObjectiveOfClients() {
            var result = result(endpoint("api", view(3L, new long[] {100, 400, 600, 2000}), view(1, 0)));
            var scenario = scenario(
                    objective("99%", Duration.ofMillis(500)),
                    objective("90%", Duration.ofMillis(300)),
                    objective("90%", Duration.ofMillis(50), "api", View.CLIENT, Expectation.MET),
                    objective("90%", Duration.ofMillis(50), null, View.LOAD_BALANCER, Expectation.MET));

            Harm harm = Verdict.of(result, scenario, bill()).harm();

            assertEquals(3, harm.failed());
            assertEquals(4, harm.slow());
            assertEquals(Duration.ofMillis(50), harm.slowLimit("api"));
            assertFalse(harm.slowLimitAssumed());
        }

        @Test
        void judgesEachEndpointByItsOwnLatencyObjective() {
            var result = result(
                    endpoint("orders", view(0L, new long[] {100, 300, 900}), view(1, 0)),
                    endpoint("search", view(0L, new long[] {100, 900, 1500}), view(1, 0)));
            var ofOrders = objective("99%", Duration.ofMillis(200), "orders", View.CLIENT, Expectation.MET);

            Harm harm = Verdict.of(result, scenario(ofOrders), bill()).harm();

            assertEquals(3, harm.slow());
            assertEquals(Duration.ofMillis(200), harm.slowLimit("orders"));
            assertEquals(Duration.ofSeconds(1), harm.slowLimit("search"));
            assertTrue(harm.slowLimitAssumed());
        }

        @Test
        void takesOneSecondWithoutALatencyObjective() {
            var result = result(endpoint("api", view(0L, new long[] {900, 1100, 2000}), view(1, 0)));

            Harm harm = Verdict.of(result, scenario(), bill()).harm();

            assertEquals(2, harm.slow());
            assertTrue(harm.slowLimitAssumed());
        }

        @Test
        void turnsRequestsIntoVisitsByTheScenario() {
            var users = new TrafficSource.Users(1000, 1.5, 5, 2, Distribution.parse("33s"), null, null, null);

            Harm replayed = Verdict.of(BAD, scenario(), bill()).harm();
            Harm visited = Verdict.of(BAD, scenario(null, users), bill()).harm();

            assertEquals(3, replayed.visits());
            assertEquals(5, visited.visits());
        }

        @Test
        void namesTheMinutesAboveAnObjectiveAndThoseApartFromFaults() {
            List<MinuteOutcome> minutes = List.of(
                    minute(0, view(1000, 0)),
                    minute(1, view(900, 100)),
                    minute(2, view(999, 1)),
                    minute(3, view(0L, new long[] {100, 100, 900})),
                    minute(90, view(900, 100)));
            var result = result(
                    List.of(endpoint("api", view(1, 0), view(1, 0))),
                    minutes,
                    List.of(),
                    List.of(fault(300, second -> 0)),
                    List.of());

            Harm harm = Verdict.of(
                            result,
                            scenario(objective("99.9%", null), objective("90%", Duration.ofMillis(500))),
                            bill())
                    .harm();

            assertEquals(List.of(1, 3, 90), harm.minutesAbove());
            assertEquals(List.of(90), harm.minutesApart());
        }
    }

    @Nested
    class OfTheFirstLimit {

        @Test
        void isTheOneWithTheHighestPeakWithHeadroomOfThatMinute() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(600, 0)), minute(1, view(4800, 0))),
                    List.of(limit("connections", 0.5, 0.6), limit("threads", 0.1, 0.8), limit("cpu", 0.8, 0.2)),
                    List.of(),
                    List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals("threads", limit.limit());
            assertEquals(1, limit.minute());
            assertEquals(80, limit.arrivalRate(), 1e-9);
            assertEquals(20, limit.headroom(), 1e-9);
        }

        @Test
        void hasNoHeadroomWhereMoreWasAskedThanThereIs() {
            var result = result(
                    List.of(), List.of(minute(0, view(6000, 0))), List.of(limit("threads", 2.0)), List.of(), List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals(-50, limit.headroom(), 1e-9);
        }

        @Test
        void isAskedForByWhatIsOfferedWhereItIsFull() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(3600, 0))),
                    List.of(limit("database IOPS", 1.0), offered("database IOPS", 1.2)),
                    List.of(),
                    List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals(1.2, limit.peak(), 1e-9);
            assertEquals(-10, limit.headroom(), 1e-9);
        }

        @Test
        void isNotAskedForByWhatOthersKeepBack() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(3600, 0))),
                    List.of(limit("database CPU", 0.5), offered("database CPU", 1.5)),
                    List.of(),
                    List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals(0.5, limit.peak(), 1e-9);
        }

        @Test
        void isTheInnermostOfThoseThatAreFullAtOnce() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(3600, 0))),
                    List.of(
                            limit("api workers", 1.0),
                            offered("api workers", 1.3),
                            limit("api database pool", 0.99),
                            offered("api database pool", 1.25),
                            limit("database IOPS", 0.98),
                            offered("database IOPS", 1.2),
                            limit("database CPU", 0.6)),
                    List.of(),
                    List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals("database IOPS", limit.limit());
            assertEquals(1.2, limit.peak(), 1e-9);
        }

        @Test
        void isInAFaultWhatWasUsedWhateverWasOffered() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(3600, 0)), minute(1, view(3600, 0))),
                    List.of(limit("api workers", 0.4, 1.0), offered("api workers", 0.4, 19.0)),
                    List.of(fault(60, second -> 1)),
                    List.of());

            FirstLimit limit = FirstLimit.duringFaults(result);

            assertNotNull(limit);
            assertEquals(1, limit.peak(), 1e-9);
        }

        @Test
        void isAWorkerWhereNothingBehindItIsFull() {
            var result = result(
                    List.of(),
                    List.of(minute(0, view(3600, 0))),
                    List.of(limit("api workers", 1.0), offered("api workers", 1.3), limit("database CPU", 0.9)),
                    List.of(),
                    List.of());

            FirstLimit limit = Verdict.of(result, scenario(), bill()).firstLimit();

            assertNotNull(limit);
            assertEquals("api workers", limit.limit());
        }

        private Series offered(String name, Double... values) {
            return new Series("traffic.intensity", "1", new TreeMap<>(Map.of("limit", name)), List.of(values));
        }

        @Test
        void isAbsentIfNothingWasUsed() {
            var result = result(
                    List.of(), List.of(minute(0, view(1, 0))), List.of(limit("threads", 0.0)), List.of(), List.of());

            assertNull(Verdict.of(result, scenario(), bill()).firstLimit());
        }
    }

    @Nested
    class OfCost {

        @Test
        void dividesByThousandsOfRequestsAndNamesEachMissingPriceOnce() {
            RunCost cost = Verdict.of(BAD, scenario(), bill()).cost();

            assertEquals(Money.of("10"), cost.total());
            assertEquals(Money.of("100"), cost.perThousand());
            assertEquals(List.of("WAF"), cost.notPriced());
        }

        @Test
        void hasNoPricePerRequestWithoutRequests() {
            assertNull(Verdict.of(result(), scenario(), bill()).cost().perThousand());
        }
    }

    @Nested
    class OfALostZone {

        private final FaultWindow fault = fault(300, second -> second == 60 ? 100 : second == 61 ? 40 : 0);

        @Test
        void readsTheStepsFromTheJournalInOrderOfTime() {
            var result = result(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(fault),
                    List.of(
                            new JournalEntry.TargetsChanged(at(-30), "alb", "early", "", "a", 1, false),
                            new JournalEntry.DatabaseChanged(at(0), "rds", "silent", "", "unreachable"),
                            new JournalEntry.TargetsChanged(at(18), "alb", "out", "", "a", 8, false),
                            new JournalEntry.TargetsChanged(at(22), "alb", "out too", "", "b", 8, false),
                            new JournalEntry.NodeHealthChanged(at(48), "nodes", "gone", "", "a", false),
                            new JournalEntry.NodeReady(at(50), "kubelet", "other", "", "m6i.large", "b"),
                            new JournalEntry.DatabaseChanged(at(67), "rds", "back", "", "available"),
                            new JournalEntry.DnsChanged(at(70), "dns", "dropped", "", "a", false),
                            new JournalEntry.PodsEvicted(at(346), "taints", "evicted", "", "a", 8),
                            new JournalEntry.FaultEnded(at(1140), "scenario", "over", ""),
                            new JournalEntry.NodeReady(at(1150), "kubelet", "elsewhere", "", "m6i.large", "b"),
                            new JournalEntry.NodeHealthChanged(at(1154.5), "nodes", "ready", "", "a", true)));

            FaultTimeline timeline =
                    Verdict.of(result, scenario(), bill()).timelines().getFirst();

            assertEquals(
                    List.of(
                            "Half of the requests succeed again 0.0",
                            "Database failing over 0.0",
                            "Errors back inside the objective 2.0",
                            "Load balancer takes lost targets out 18.0",
                            "Nodes NotReady 48.0",
                            "Database available 67.0",
                            "DNS drops the zone's address 70.0",
                            "Pods evicted 346.0",
                            "Zone back 1140.0",
                            "Nodes of the zone Ready again 1154.5",
                            "Pods without a node null"),
                    timeline.steps().stream()
                            .map(step -> step.what() + " " + step.seconds())
                            .toList());
        }

        @Test
        void leavesTheNextFaultsStepsToTheNextFault() {
            var second = new FaultWindow("az-loss", "zone b", at(200), at(400), 0, List.of(1), List.of(0));
            var result = result(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(fault, second),
                    List.of(new JournalEntry.PodsEvicted(at(500), "taints", "evicted", "", "b", 8)));

            List<FaultTimeline> timelines =
                    Verdict.of(result, scenario(), bill()).timelines();

            assertNull(evicted(timelines.get(0)).seconds());
            assertEquals(300.0, evicted(timelines.get(1)).seconds());
        }

        private static FaultTimeline.Step evicted(FaultTimeline timeline) {
            return timeline.steps().stream()
                    .filter(step -> step.what().equals("Pods evicted"))
                    .findFirst()
                    .orElseThrow();
        }

        private static long at(double secondsAfter) {
            return 60_000_000_000L + (long) (secondsAfter * 1e9);
        }
    }
}
