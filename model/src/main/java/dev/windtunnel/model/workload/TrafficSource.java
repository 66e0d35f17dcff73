package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.trace.TraceFormat;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where requests come from. */
@Choice
@Doc("Where requests come from: replay, users, rate or closed")
public sealed interface TrafficSource {

    /** The sessions that it begins; null if what it brings are requests, each of nobody in particular. */
    default @Nullable Sessions sessions() {
        return null;
    }

    /**
     * Recorded traffic, played at the scenario's time: counts, whose requests are spread inside each interval, or access
     * logs, each request of which keeps its instant, endpoint and bytes.
     */
    @Tag("replay")
    @Doc("Replay of recorded traffic: counts, with totals kept to the request, or access logs request by request")
    record Replay(
            @Doc(
                    "CSV of counts with a header such as timestamp_utc,requests[,...], an access log, or a folder of logs; gzip is unpacked. Relative to this file")
            String trace,

            @Doc("Recorded instant that is played at the scenario's start, with its offset: 1998-06-23T00:00:00Z")
            OffsetDateTime from,

            @Doc(
                    "Factor on the traffic. Of counts the total is rounded once; of a log each request is played so many times, the copies at other instants of its second, a fraction being the chance of one more")
            @Default("1")
            double scale,

            @Doc("Minutes without a row in the trace: fail, or zero") @Default("fail")
            Gaps gaps,

            @Doc(
                    "What the file holds: counts, alb, combined or cloudwatch; absent means what its first lines look like")
            @Nullable TraceFormat format,

            @Doc("Most lines of a log that may be malformed; they are counted and told, not replayed") @Default("1%")
            Share malformed,

            @Doc(
                    "Logged requests that match no endpoint's method and path: shares gives each to an endpoint drawn by the shares, fail refuses the log")
            @Default("shares")
            Unmatched unmatched,

            @Doc("What each counted one is the beginning of; absent means requests. Not for logs of requests") @Nullable Sessions sessions)
            implements TrafficSource {

        /** What a missing interval of a trace means. */
        public enum Gaps {
            /** The input is rejected. */
            FAIL,
            /** No requests. */
            ZERO
        }

        /** What becomes of logged requests of no endpoint. */
        public enum Unmatched {
            /** Each is given to an endpoint drawn by the endpoints' shares. */
            SHARES,
            /** The input is rejected. */
            FAIL
        }

        /** @throws IllegalArgumentException unless 0 < scale <= 1,000,000 */
        public Replay {
            if (!(scale > 0 && scale <= 1_000_000)) {
                throw new IllegalArgumentException("scale is above 0 and at most 1000000, found " + scale);
            }
        }
    }

    /** A fixed number of users who wait for their answers; an internal tool, or a load test (workload sheet, section 7). */
    @Tag("closed")
    @Doc("Users who ask, wait for the answer, think, and ask again: a slow system is asked less")
    record Closed(
            @Doc("How many, 1 to 1000000; all think at the beginning")
            int users,

            @Doc("Time from an answer to the next request") @Default("exponential(2s)")
            Distribution think)
            implements TrafficSource {

        /** @throws IllegalArgumentException if users are out of range or never think */
        public Closed {
            if (users < 1 || users > 1_000_000) {
                throw new IllegalArgumentException("users lies between 1 and 1000000, found " + users);
            }
            if (!(think.meanSeconds() > 0)) {
                throw new IllegalArgumentException("think is longer than 0s: users who never think never rest");
            }
        }
    }

    /** Daily users with a daily shape; requests follow by arithmetic (workload sheet, section 1). */
    @Tag("users")
    @Doc("Daily users: requests per second = daily x sessionsPerUser x pages x callsPerPage x share of the hour / 3600")
    record Users(
            @Doc("Users who come on a day") long daily,

            @Doc("Sessions of a user on a day") @Default("1.5")
            double sessionsPerUser,

            @Doc("Pages of a session") @Default("6") double pages,
            @Doc("Requests of a page") @Default("4") double callsPerPage,

            @Doc("Time between two pages; pages and think time give the length of a session")
            @Default("lognormal(median 33s, cv 1.2)")
            Distribution think,

            @Doc(
                    "Weight of each hour of the local day, 24 numbers; absent means the weekday profile of a single-region site")
            @Nullable List<Double> hours,

            @Doc("Wandering of the rate beside its daily shape; absent means none, counts are then Poisson") @Nullable Noise noise,

            @Doc(
                    "What users do within a session, instead of pages, callsPerPage and think; absent means that requests come whatever the answers")
            @Nullable Sessions sessions)
            implements TrafficSource {

        /** @throws IllegalArgumentException if a number is not positive or the profile has not 24 hours */
        public Users {
            hours = hours == null ? null : List.copyOf(hours);
            if (daily < 0 || daily > 10_000_000_000L) {
                throw new IllegalArgumentException("daily lies between 0 and 10000000000, found " + daily);
            }
            if (!(sessionsPerUser > 0) || !(pages > 0) || !(callsPerPage > 0)) {
                throw new IllegalArgumentException("sessionsPerUser, pages and callsPerPage are above 0");
            }
            if (hours != null
                    && (hours.size() != 24
                            || hours.stream().anyMatch(h -> !(h >= 0))
                            || hours.stream().mapToDouble(h -> h).sum() <= 0)) {
                throw new IllegalArgumentException(
                        "hours is a list of 24 weights, none negative, not all 0; found " + hours.size());
            }
        }
    }

    /**
     * Noise that multiplies the rate: a stationary gamma process with mean 1 whose correlation falls exponentially. With c the
     * correlation time, the count of an interval T of mean m has index of dispersion 1 + m cv^2 g(T / c) with
     * g(x) = 2 (x - 1 + exp(-x)) / x^2 (workload sheet, section 5).
     */
    @Doc("Noise that multiplies the rate: gamma distributed with mean 1, its correlation falls exponentially")
    record Noise(
            @Doc("Standard deviation over mean, 0 to 1; 0.03 for large sites to 0.25 for small ones")
            double cv,

            @Doc("Time after which the correlation has fallen to 1/e, 10s to 24h; 2m to 10m at real sites")
            @Default("5m")
            Duration correlation) {

        private static final Duration SHORTEST = Duration.ofSeconds(10);
        private static final Duration LONGEST = Duration.ofDays(1);

        /** @throws IllegalArgumentException if cv lies outside 0..1 or correlation outside 10 s to a day */
        public Noise {
            if (!(cv >= 0 && cv <= 1)) {
                throw new IllegalArgumentException("cv lies between 0 and 1, found " + cv);
            }
            if (correlation.compareTo(SHORTEST) < 0 || correlation.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "correlation lies between 10s and 24h, found " + Durations.print(correlation));
            }
        }
    }

    /** Requests at a rate that is set, whatever the answers: an open load. */
    @Tag("rate")
    @Doc("Requests at a set rate, whatever becomes of them (open load); or sessions at a set rate (partly open)")
    record Stages(
            @Doc("Rate at the start; absent means the first stage's target") @Nullable Rate startRate,

            @Doc(
                    "Stages one after the other; in each the rate goes in a straight line to its target. The last target stays")
            List<Stage> stages,

            @Doc("Gaps between arrivals: poisson for independent users, even for a load generator's pacing")
            @Default("poisson")
            Spacing spacing,

            @Doc("What the rate is the rate of; absent means requests") @Nullable Sessions sessions)
            implements TrafficSource {

        /** How requests lie in time. */
        public enum Spacing {
            /** A Poisson process. */
            POISSON,
            /** Each one at the instant at which the rate has brought one more. */
            EVEN
        }

        /** A straight line of the rate. */
        @Doc("A straight line of the rate")
        public record Stage(
                @Doc("How long it takes; 0s jumps") Duration duration,
                @Doc("Rate at its end") Rate target) {}

        /** @throws IllegalArgumentException without stages, or with a rate above 1,000,000/s */
        public Stages {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("stages is not empty");
            }
            boolean isTooHigh = stages.stream().anyMatch(stage -> stage.target().perSecond() > 1e6)
                    || (startRate != null && startRate.perSecond() > 1e6);
            if (isTooHigh) {
                throw new IllegalArgumentException("stages have rates of at most 1000000/s");
            }
        }
    }
}
