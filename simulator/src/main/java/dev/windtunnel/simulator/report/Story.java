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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The verdict in sentences, the same on page, in the pull request and on the terminal.
 *
 * @param headline the answer, without a full stop
 * @param detail the numbers behind it, one sentence; empty without objectives
 * @param facts who was hurt, what gives way first, what it cost
 */
record Story(String headline, String detail, List<Fact> facts) {

    private static final double FAR_TOO_MUCH = 2;

    private static final int MOST_NAMES = 3;
    private static final double UNEXPECTED = 1e15;

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
                headline(verdict),
                detail(verdict.objectives()),
                List.of(hurt(input, clock), limit(input, clock), cost(input)));
    }

    private static String headline(Verdict verdict) {
        List<ObjectiveVerdict> objectives = verdict.objectives();
        List<ObjectiveVerdict> missed = of(objectives, false, Expectation.MET);
        List<ObjectiveVerdict> wronglyMet = of(objectives, true, Expectation.MISSED);
        long expectedMisses = of(objectives, false, Expectation.MISSED).size();
        List<String> parts = new ArrayList<>();
        if (!missed.isEmpty()) {
            parts.add((missed.size() == 1 ? "Objective" : missed.size() + " objectives") + " missed: " + names(missed));
        }
        if (!wronglyMet.isEmpty()) {
            parts.add("met though a miss was expected: " + names(wronglyMet));
        }
        if (parts.isEmpty() && objectives.isEmpty()) {
            parts.add("No objective was asked for");
        } else if (parts.isEmpty() && expectedMisses > 0) {
            parts.add("As expected: " + (objectives.size() - expectedMisses) + " of " + objectives(objectives.size())
                    + " met, " + expectedMisses + " missed");
        } else if (parts.isEmpty()) {
            parts.add(
                    objectives.size() == 1 ? "The objective is met" : "All " + objectives(objectives.size()) + " met");
        }
        if (!verdict.budget().holds()) {
            parts.add("over budget");
        }
        return sentence(String.join("; ", parts));
    }

    /** The objective that fared worst, measured by its error budget; empty without objectives. */
    private static String detail(List<ObjectiveVerdict> objectives) {
        return objectives.stream()
                .max(Comparator.comparingDouble(Story::budgetUsed))
                .map(worst -> sentence(worst.objective().name()) + ": " + Figures.achieved(worst.ratio()) + " good, "
                        + worst.objective().good() + " asked for; " + Figures.count(worst.bad()) + " bad requests, "
                        + Figures.count(worst.allowedBad()) + " allowed.")
                .orElse("");
    }

    private static double budgetUsed(ObjectiveVerdict objective) {
        // What went against expectation is the news; then whatever used up most of its budget.
        double used = objective.bad() / Math.max(0.5, (double) objective.allowedBad());
        return objective.expectationHolds() ? used : UNEXPECTED + used;
    }

    private static List<ObjectiveVerdict> of(List<ObjectiveVerdict> objectives, boolean met, Expectation expected) {
        return objectives.stream()
                .filter(one -> one.met() == met && one.objective().expect() == expected)
                .toList();
    }

    private static String names(List<ObjectiveVerdict> objectives) {
        String first = objectives.stream()
                .limit(MOST_NAMES)
                .map(one -> one.objective().name())
                .collect(Collectors.joining(", "));
        int more = objectives.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** With a capital letter at its beginning. */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
                + " took longer than " + slowLimits(harm) + ".");
        for (FaultHarm fault : harm.faults()) {
            sentences.add(faultSentence(fault, clock));
        }
        List<Integer> apart = harm.minutesApart();
        if (!apart.isEmpty()) {
            sentences.add((harm.faults().isEmpty() ? "" : "Apart from faults: ") + minutes(apart.size())
                    + " outside an objective, "
                    + (apart.size() <= MOST_NAMES
                            ? "at " + apart.stream().map(clock::minute).collect(Collectors.joining(" and "))
                            : "between " + clock.minute(apart.getFirst()) + " and " + clock.minute(apart.getLast()))
                    + ".");
        } else if (harm.faults().isEmpty()) {
            sentences.add("No minute was outside an objective.");
        }
        sentences.add("Visits are requests hurt divided by " + Figures.decimals(harm.requestsPerVisit(), 0)
                + " requests a visit (pages times calls, or clients.requestsPerSession)"
                + (harm.slowLimitAssumed()
                        ? "; without a latency objective for clients, slow is above "
                                + Durations.print(Harm.DEFAULT_SLOW) + "."
                        : "."));
        return new Fact("Users hurt", "about " + Figures.count(harm.visits()) + " visits", sentences);
    }

    /** {@code 500ms}, or {@code 500ms to 2s by endpoint}. */
    static String slowLimits(Harm harm) {
        if (harm.slowLimits().isEmpty()) {
            return Durations.print(Harm.DEFAULT_SLOW);
        }
        Duration least = Collections.min(harm.slowLimits().values());
        Duration most = Collections.max(harm.slowLimits().values());
        return Durations.print(least) + (least.equals(most) ? "" : " to " + Durations.print(most) + " by endpoint");
    }

    private static String minutes(int count) {
        return Figures.count(count) + (count == 1 ? " minute" : " minutes");
    }

    private static String faultSentence(FaultHarm harm, Clock clock) {
        FaultWindow fault = harm.fault();
        String when = sentence(faultName(fault)) + " at " + clock.second(fault.startNanos());
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

    private static Fact limit(ReportInput input, Clock clock) {
        FirstLimit limit = input.verdict().firstLimit();
        FirstLimit inFaults = FirstLimit.duringFaults(input.result());
        if (limit == null) {
            return new Fact("First limit", "none in sight", List.of("No limit was used at all."));
        }
        String at = "Its peak, at " + clock.minute(limit.minute()) + " with " + Figures.rate(limit.arrivalRate())
                + " arriving.";
        String headroom = limit.headroom() >= 0
                ? "Headroom: " + Figures.rate(limit.headroom()) + " more, if its use grows with the traffic."
                : "Exceeded: " + Figures.rate(-limit.headroom()) + " more than it carries.";
        List<String> sentences = new ArrayList<>(Overloads.sentences(input, clock));
        sentences.add(at);
        sentences.add(headroom);
        if (inFaults != null) {
            sentences.add("While a fault lasted: " + use(inFaults.peak(), inFaults.limit()) + " at "
                    + clock.minute(inFaults.minute()) + ".");
        }
        return new Fact("First limit", use(limit.peak(), limit.limit()), sentences);
    }

    /** {@code 32.6% of backend pods' CPU}; where far more is asked for than there is, percents say little. */
    static String use(double share, String limit) {
        return share <= FAR_TOO_MUCH
                ? Figures.percent(share) + " of " + limit
                : "all of " + limit + ", asked for " + Math.round(share) + " times over";
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
                        : cost.notPriced().size() + " not priced: " + String.join("; ", cost.notPriced()) + ".");
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

    /** Where it is measured, in the words of the scenario file, and how many of the bad were given up by their clients. */
    static String measured(ObjectiveVerdict verdict) {
        return switch (verdict.objective().measured()) {
            case CLIENT -> "client";
            case LOAD_BALANCER ->
                "load-balancer"
                        + (verdict.givenUp() == 0 ? "" : ", " + Figures.count(verdict.givenUp()) + " given up (460)");
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
