package dev.windtunnel.simulator.report;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.verdict.BudgetVerdict;
import dev.windtunnel.simulator.verdict.FaultHarm;
import dev.windtunnel.simulator.verdict.FirstLimit;
import dev.windtunnel.simulator.verdict.Harm;
import dev.windtunnel.simulator.verdict.ObjectiveVerdict;
import dev.windtunnel.simulator.verdict.RunCost;
import dev.windtunnel.simulator.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict in sentences, the same on page, in the pull request and on the terminal.
 *
 * @param headline the answer, without a full stop
 * @param facts who was hurt, what gives way first, what it cost
 */
record Story(String headline, List<Fact> facts) {

    /**
     * One fact.
     *
     * @param label what it is about
     * @param figure the one number
     * @param sentences the rest, most important first
     */
    record Fact(String label, String figure, List<String> sentences) {}

    static Story of(ReportInput input) {
        Clock clock = new Clock(input.result().axis());
        Verdict verdict = input.verdict();
        return new Story(
                headline(verdict), List.of(hurt(input, clock), limit(verdict.firstLimit(), clock), cost(input)));
    }

    private static String headline(Verdict verdict) {
        List<ObjectiveVerdict> objectives = verdict.objectives();
        int all = objectives.size();
        long met = objectives.stream().filter(ObjectiveVerdict::met).count();
        long unexpectedlyMet = objectives.stream()
                .filter(one -> one.met() && one.objective().expect() == Expectation.MISSED)
                .count();
        long unexpectedlyMissed = objectives.stream()
                .filter(one -> !one.met() && one.objective().expect() == Expectation.MET)
                .count();
        List<String> parts = new ArrayList<>();
        if (all == 0) {
            parts.add("No objective was asked for");
        } else if (unexpectedlyMissed > 0) {
            parts.add(unexpectedlyMissed + " of " + objectives(all) + " missed");
        } else if (unexpectedlyMet == 0) {
            parts.add(
                    met == all
                            ? (all == 1 ? "The objective is met" : "All " + objectives(all) + " met")
                            : "As expected: " + met + " of " + objectives(all) + " met, " + (all - met) + " missed");
        }
        if (unexpectedlyMet > 0) {
            parts.add(objectives(unexpectedlyMet) + " met that should have been missed");
        }
        if (!verdict.budget().holds()) {
            parts.add("over budget");
        }
        return String.join(", ", parts);
    }

    private static String objectives(long count) {
        return count + (count == 1 ? " objective" : " objectives");
    }

    private static Fact hurt(ReportInput input, Clock clock) {
        Harm harm = input.verdict().harm();
        List<String> sentences = new ArrayList<>();
        sentences.add(Figures.count(harm.requests()) + " of "
                + Figures.count(input.result().arrived())
                + " requests hurt: " + Figures.count(harm.failed()) + " failed, " + Figures.count(harm.slow())
                + " took longer than " + Durations.print(harm.slowLimit()) + ".");
        for (FaultHarm fault : harm.faults()) {
            sentences.add(faultSentence(fault, clock));
        }
        if (harm.minutesAboveApart() > 0) {
            sentences.add(minutes(harm.minutesAboveApart()) + " outside an objective "
                    + (harm.faults().isEmpty() ? "" : "apart from faults ") + "(between "
                    + clock.minute(harm.firstMinuteAbove()) + " and " + clock.minute(harm.lastMinuteAbove())
                    + (harm.faults().isEmpty() ? "" : ", faults included") + ").");
        } else if (harm.faults().isEmpty()) {
            sentences.add("No minute was outside an objective.");
        }
        sentences.add("A visit is taken as " + Figures.decimals(harm.requestsPerVisit(), 0)
                + " requests, all of them hurt"
                + (harm.slowLimitAssumed() ? "; without a latency objective for clients, slow means above 1 s." : "."));
        return new Fact("Users hurt", "about " + Figures.count(harm.visits()) + " visits", sentences);
    }

    private static String minutes(int count) {
        return Figures.count(count) + (count == 1 ? " minute" : " minutes");
    }

    private static String faultSentence(FaultHarm harm, Clock clock) {
        FaultWindow fault = harm.fault();
        String when = faultName(fault) + " at " + clock.second(fault.startNanos());
        if (!harm.harmed()) {
            return when + ": no second outside " + harm.objective() + ".";
        }
        String first = Figures.percent(harm.failedShareFirst10Seconds());
        String back = harm.secondsUntilBack().isPresent()
                ? "back inside " + harm.objective() + " after "
                        + harm.secondsUntilBack().getAsInt() + " s"
                : "not back inside " + harm.objective() + " within the record";
        return when + ": " + Figures.count(harm.failed()) + " failed, " + first + " of the first 10 s; harm from "
                + clock.second(fault.startNanos() + harm.firstHarm() * 1_000_000_000L) + " to "
                + clock.second(fault.startNanos() + harm.lastHarm() * 1_000_000_000L) + ", " + back + ".";
    }

    /** {@code zone a lost}; other faults by their kind. */
    static String faultName(FaultWindow fault) {
        return fault.kind().equals("az-loss") ? fault.subject() + " lost" : fault.kind() + " " + fault.subject();
    }

    private static Fact limit(@Nullable FirstLimit limit, Clock clock) {
        if (limit == null) {
            return new Fact("First limit", "none in sight", List.of("No limit was used at all."));
        }
        String at = "Its peak, " + Figures.percent(limit.peak()) + ", falls at " + clock.minute(limit.minute())
                + " with " + Figures.rate(limit.arrivalRate()) + " arriving.";
        String headroom = limit.headroom() >= 0
                ? "Headroom: " + Figures.rate(limit.headroom()) + " more, if its use grows with the traffic."
                : "Exceeded: " + Figures.rate(-limit.headroom()) + " more than it carries.";
        return new Fact("First limit", limit.limit(), List.of(at, headroom));
    }

    private static Fact cost(ReportInput input) {
        RunCost cost = input.verdict().cost();
        List<String> sentences = new ArrayList<>();
        if (cost.perThousand() != null) {
            sentences.add(Figures.money(cost.perThousand()) + " per 1,000 requests.");
        }
        sentences.add(
                cost.notPriced().isEmpty()
                        ? "Everything in the design is priced."
                        : cost.notPriced().size() + " not priced: " + String.join(", ", cost.notPriced()) + ".");
        sentences.add(budget(input.verdict().budget()));
        return new Fact(
                "Cost",
                Figures.money(cost.total()) + " for "
                        + Durations.print(input.bill().period()),
                sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    private static String budget(BudgetVerdict budget) {
        return switch (budget) {
            case BudgetVerdict.NotAsked notAsked -> "";
            case BudgetVerdict.NotJudged notJudged ->
                "Budget of " + Figures.money(notJudged.monthly()) + " a month: " + notJudged.reason() + ".";
            case BudgetVerdict.Judged judged ->
                "Budget of " + Figures.money(judged.monthly()) + " a month: "
                        + (judged.holds() ? "kept" : "exceeded") + " with " + Figures.money(judged.perMonth())
                        + " a month of 730 hours.";
        };
    }

    /** What an objective asks for: {@code 99% within 500ms, checkout}. */
    static String asks(Objective objective) {
        return objective.good()
                + (objective.latency() == null ? " succeed" : " within " + Durations.print(objective.latency()))
                + (objective.endpoint() == null ? "" : ", " + objective.endpoint());
    }

    /** Where it is measured, in the words of the scenario file. */
    static String measured(Objective objective) {
        return switch (objective.measured()) {
            case CLIENT -> "client";
            case LOAD_BALANCER -> "load-balancer";
        };
    }

    /** {@code ✓ met}, {@code ✗ missed}, and whether that was expected. */
    static String outcome(ObjectiveVerdict objective) {
        String outcome = objective.met() ? "✓ met" : "✗ missed";
        if (objective.objective().expect() == Expectation.MET) {
            return outcome;
        }
        return outcome + (objective.met() ? ", though a miss was expected" : ", as expected");
    }
}
