package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.result.EndpointOutcome;
import dev.windtunnel.simulator.result.FaultWindow;
import dev.windtunnel.simulator.result.MinuteOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.ViewOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Users and requests hurt, as the client felt it.
 *
 * @param failed requests that failed
 * @param slow requests that succeeded, but took longer than the limit of their endpoint
 * @param slowLimits by endpoint, in the order of their names: the strictest latency objective for its clients, of its own or of
 *     all endpoints; or 1 s
 * @param slowLimitAssumed whether 1 s was taken for some endpoint for want of such an objective
 * @param requestsPerVisit of the scenario, by which requests become visits
 * @param minutesAbove minutes in which more requests were bad than an objective allows, rising
 * @param minutesApart of them, those outside every fault and its record
 * @param faults in the order of their start
 */
public record Harm(
        long failed,
        long slow,
        SortedMap<String, Duration> slowLimits,
        boolean slowLimitAssumed,
        double requestsPerVisit,
        List<Integer> minutesAbove,
        List<Integer> minutesApart,
        List<FaultHarm> faults) {

    /** Taken where the scenario states no availability objective for clients (SLO-05). */
    public static final Share DEFAULT_AVAILABILITY = new Share(0.999);

    /** Taken where the scenario states no latency objective for an endpoint's clients. */
    public static final Duration DEFAULT_SLOW = Duration.ofSeconds(1);

    /** Copies. */
    public Harm {
        slowLimits = Collections.unmodifiableSortedMap(new TreeMap<>(slowLimits));
        minutesAbove = List.copyOf(minutesAbove);
        minutesApart = List.copyOf(minutesApart);
        faults = List.copyOf(faults);
    }

    /** Sums up. */
    static Harm of(RunResult result, Scenario scenario) {
        List<Objective> felt = scenario.objectives().stream()
                .filter(objective -> objective.measured() == View.CLIENT && objective.endpoint() == null)
                .toList();
        SortedMap<String, Duration> slowLimits = new TreeMap<>();
        boolean isAssumed = false;
        long slow = 0;
        for (EndpointOutcome endpoint : result.endpoints()) {
            Duration strictest = strictest(scenario, endpoint.endpoint());
            isAssumed |= strictest == null;
            Duration limit = strictest == null ? DEFAULT_SLOW : strictest;
            slowLimits.put(endpoint.endpoint(), limit);
            slow += ViewTotals.slowOf(endpoint.client(), limit.toNanos());
        }
        Share availability = felt.stream()
                .filter(objective -> objective.latency() == null)
                .map(Objective::good)
                .max(Comparator.naturalOrder())
                .orElse(DEFAULT_AVAILABILITY);
        List<Integer> above = minutesAbove(result, felt, availability);
        List<ViewOutcome> clients =
                result.endpoints().stream().map(endpoint -> endpoint.client()).toList();
        ViewTotals totals = ViewTotals.of(clients);
        return new Harm(
                totals.failedTotal(),
                slow,
                slowLimits,
                isAssumed,
                requestsPerVisit(scenario),
                above,
                above.stream()
                        .filter(minute -> !withinFault(minute, result.faults()))
                        .toList(),
                result.faults().stream()
                        .map(fault -> FaultHarm.of(fault, availability))
                        .toList());
    }

    private static @Nullable Duration strictest(Scenario scenario, String endpoint) {
        return scenario.objectives().stream()
                .filter(objective -> objective.measured() == View.CLIENT)
                .filter(objective ->
                        objective.endpoint() == null || objective.endpoint().equals(endpoint))
                .map(Objective::latency)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Above which an answer of an endpoint is slow. */
    public Duration slowLimit(String endpoint) {
        return slowLimits.getOrDefault(endpoint, DEFAULT_SLOW);
    }

    /** Requests that failed or were too slow. */
    public long requests() {
        return failed + slow;
    }

    /**
     * About how many visits the hurt requests come to, if each visit's requests were hurt alike: requests hurt divided by
     * requests per visit, rounded half up. More visits than this were touched where harm was thin.
     */
    public long visits() {
        return Math.round(requests() / requestsPerVisit);
    }

    private static List<Integer> minutesAbove(RunResult result, List<Objective> felt, Share availability) {
        List<Integer> above = new ArrayList<>();
        for (MinuteOutcome minute : result.minutes()) {
            ViewOutcome client = minute.client();
            boolean tooManyFailed = client.failedTotal() > ObjectiveVerdict.allowedBad(client.counted(), availability);
            if (tooManyFailed || felt.stream().anyMatch(objective -> tooManySlow(client, objective))) {
                above.add(minute.minute());
            }
        }
        return above;
    }

    private static boolean tooManySlow(ViewOutcome client, Objective objective) {
        Duration latency = objective.latency();
        return latency != null
                && client.failedTotal() + ViewTotals.slowOf(client, latency.toNanos())
                        > ObjectiveVerdict.allowedBad(client.counted(), objective.good());
    }

    private static boolean withinFault(int minute, List<FaultWindow> faults) {
        return faults.stream().anyMatch(fault -> {
            long recordEnd = fault.firstSecond() + (long) fault.arrived().size();
            long end = Math.max(recordEnd, fault.endNanos() / 1_000_000_000L);
            return (minute + 1) * 60L > fault.startNanos() / 1_000_000_000L && minute * 60L <= end;
        });
    }

    private static double requestsPerVisit(Scenario scenario) {
        Sessions sessions = scenario.traffic().sessions();
        if (sessions != null) {
            return sessions.meanCalls();
        }
        return switch (scenario.traffic()) {
            case TrafficSource.Replay _, TrafficSource.Stages _, TrafficSource.Closed _ ->
                scenario.clients().requestsPerSession();
            case TrafficSource.Users users -> users.pages() * users.callsPerPage();
        };
    }
}
