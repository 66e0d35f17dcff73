package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.Distribution;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where requests come from. */
@Choice
@Doc("Where requests come from: replay, users or closed")
public sealed interface TrafficSource {

    /** Recorded counts, played at the scenario's time. */
    @Tag("replay")
    @Doc("Replay of recorded counts per second or minute; totals are kept to the request")
    record Replay(
            @Doc("CSV file with a header: timestamp_utc,requests[,...]; .gz is unpacked. Relative to this file")
            String trace,

            @Doc("Recorded instant that is played at the scenario's start, with its offset: 1998-06-23T00:00:00Z")
            OffsetDateTime from,

            @Doc("Factor on every count; the total is rounded once") @Default("1")
            double scale,

            @Doc("Minutes without a row in the trace: fail, or zero") @Default("fail")
            Gaps gaps)
            implements TrafficSource {

        /** What a missing interval of a trace means. */
        public enum Gaps {
            /** The input is rejected. */
            FAIL,
            /** No requests. */
            ZERO
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
            @Nullable List<Double> hours)
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
}
