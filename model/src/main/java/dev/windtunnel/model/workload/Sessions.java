package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Partly open traffic: users come whatever the system does, but within a session each waits for a page, thinks, and asks for
 * the next one, and leaves when it takes too long (Schroeder, Wierman and Harchol-Balter, NSDI 2006; workload sheet, section 7).
 *
 * <p>A page is a set of calls in waves: the calls of a wave go out together, the next wave when all of the former are answered.
 * A wave with a failed call ends its page, which has then failed.
 *
 * <p>Defaults, with the marks of the workload sheet, section 1: six pages (estimate; measured was lognormal(median 2.7, sigma
 * 0.97) over all visitors of a news site in 1999), think time of median 33 s (measured at a shop; its spread is an estimate),
 * four calls a page in one or two waves (estimate).
 */
@Doc(
        "Sessions: users come, ask page after page, wait for each, think in between, and leave. Not set: requests ignore answers")
public record Sessions(
        @Doc("Pages of a session, if its user does not leave early") @Default("geometric(mean 6)")
        CountDistribution pages,

        @Doc("Time from a page to the request for the next one") @Default("lognormal(median 33s, cv 1.2)")
        Distribution think,

        @Doc("Calls of a page, each to an endpoint drawn by the endpoints' shares; files' endpoint is left out")
        @Default("4")
        CountDistribution calls,

        @Doc("Waves that a page's calls go out in, as evenly as can be, 1 to 20") @Default("2")
        int waves,

        @Doc("Kinds of pages by name, instead of calls and waves; absent means calls drawn by the endpoints' shares")
        @Nullable List<Kind> kinds,

        @Doc("Static files that pages load before their calls; absent means none") @Nullable Files files,

        @Doc("When users leave early; absent means never") @Nullable Patience patience,

        @Doc("Whether users load a failed page again; absent means never") @Nullable Reload reload) {

    private static final int MOST_WAVES = 20;
    private static final int MOST_CALLS = 200;

    /** @throws IllegalArgumentException if a number is out of range */
    public Sessions {
        kinds = kinds == null ? null : List.copyOf(kinds);
        if (waves < 1 || waves > MOST_WAVES) {
            throw new IllegalArgumentException("waves lies between 1 and " + MOST_WAVES + ", found " + waves);
        }
        if (calls.mean() > MOST_CALLS) {
            throw new IllegalArgumentException("calls has a mean of at most " + MOST_CALLS + ", found " + calls);
        }
        if (kinds != null && kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds is not empty: without kinds, calls go by the endpoints' shares");
        }
    }

    /** Requests of a session whose user neither leaves early nor loads a page again, on average. */
    public double meanCalls() {
        double perPage = kinds == null
                ? calls.mean()
                : kinds.stream()
                        .mapToDouble(kind -> kind.share().value() * kind.calls())
                        .sum();
        return pages.mean() * perPage + (files == null ? 0 : files.first() + files.later() * (pages.mean() - 1));
    }

    /** A kind of page: which endpoints it asks, in which order. */
    @Doc("A kind of page: its endpoints, wave by wave")
    public record Kind(
            @Named String name,

            @Doc("Its share of all pages; the shares add up to 100%")
            Share share,

            @Doc("Waves of endpoints: [[profile, list], [detail]] asks for profile and list together, then for detail")
            List<List<String>> waves) {

        /** @throws IllegalArgumentException if there is no wave, an empty one, or too much of either */
        public Kind {
            waves = waves.stream().map(List::copyOf).toList();
            if (waves.isEmpty() || waves.size() > MOST_WAVES) {
                throw new IllegalArgumentException("waves has 1 to " + MOST_WAVES + " waves, found " + waves.size());
            }
            for (int wave = 0; wave < waves.size(); wave++) {
                if (waves.get(wave).isEmpty()) {
                    throw new IllegalArgumentException("waves." + wave + " is empty: a wave has at least one endpoint");
                }
            }
            if (waves.stream().mapToInt(List::size).sum() > MOST_CALLS) {
                throw new IllegalArgumentException("waves have at most " + MOST_CALLS + " calls together");
            }
        }

        /** Calls of the page. */
        public int calls() {
            return waves.stream().mapToInt(List::size).sum();
        }
    }

    /** Static files: the bundle that a first page loads before anything can be asked. The browser then has them. */
    @Doc("Static files that pages load before their calls")
    public record Files(
            @Doc("Endpoint that serves them") String endpoint,

            @Doc("Files of the first page, 0 to 200; a median page of the web has 70 (workload sheet, section 1)")
            @Default("25")
            int first,

            @Doc("Files of each later page, 0 to 200; hashed bundles stay in the browser's cache") @Default("0")
            int later) {

        /** @throws IllegalArgumentException if a count is out of range */
        public Files {
            if (first < 0 || first > MOST_CALLS || later < 0 || later > MOST_CALLS) {
                throw new IllegalArgumentException(
                        "first and later lie between 0 and " + MOST_CALLS + ", found " + first + " and " + later);
            }
        }
    }

    /** When a user has enough. A user who waits decides when the page has come or failed, not while waiting. */
    @Doc("When users leave early")
    public record Patience(
            @Doc("Pages that took longer, from the click to the last answer, are slow (estimate)") @Default("3s")
            Duration limit,

            @Doc("Probability that a user leaves after a slow page (estimate)") @Default("30%")
            Share leaveSlow,

            @Doc("Probability that a user leaves after a failed page (estimate)") @Default("50%")
            Share leaveFailed) {

        /** @throws IllegalArgumentException if the limit is zero */
        public Patience {
            if (limit.isZero()) {
                throw new IllegalArgumentException("limit is longer than 0s, found " + Durations.print(limit));
            }
        }
    }

    /** A user loads a failed page again: all of it, the same calls. One who does not goes on to the next page. */
    @Doc("Whether users load a failed page again")
    public record Reload(
            @Doc("Probability that a user who stays does (estimate)") @Default("50%")
            Share chance,

            @Doc("Time from the failure to the reload (estimate)") @Default("lognormal(median 3s, cv 1)")
            Distribution delay,

            @Doc("Reloads of a page, 1 to 20") @Default("3") int max) {

        /** @throws IllegalArgumentException if max is out of range */
        public Reload {
            if (max < 1 || max > 20) {
                throw new IllegalArgumentException("max lies between 1 and 20, found " + max);
            }
        }
    }
}
