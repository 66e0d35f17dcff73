package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledSessions.Files;
import dev.windtunnel.simulator.compile.CompiledSessions.Kind;
import dev.windtunnel.simulator.compile.CompiledSessions.Kinds;
import dev.windtunnel.simulator.compile.CompiledSessions.Mixed;
import dev.windtunnel.simulator.compile.CompiledSessions.Patience;
import dev.windtunnel.simulator.compile.CompiledSessions.Reload;
import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.Quantiles;
import dev.windtunnel.simulator.statistics.Dispersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests sessions make, under answers that a script gives. */
class SessionStreamTest {

    private static final long SECOND = SessionFixture.SECOND;

    private static final SessionTwin.Script AT_ONCE = (key, underWay, now) -> new SessionTwin.Answer(now, now, true);

    private static SessionTwin.Script after(double seconds) {
        return (key, underWay, now) -> {
            long end = now + (long) (seconds * SECOND);
            return new SessionTwin.Answer(end, end, true);
        };
    }

    private static final SessionTwin.Script FAILING = (key, underWay, now) -> new SessionTwin.Answer(now, now, false);

    private static List<Long> times(List<SessionTwin.Sent> sent) {
        return sent.stream().map(SessionTwin.Sent::time).toList();
    }

    /** One session at an instant that does not matter. */
    private static SessionFixture single(int pages) {
        SessionFixture fixture = new SessionFixture();
        fixture.begins = second -> second == 0 ? 1 : 0;
        fixture.pages = CountTable.fixed(pages);
        fixture.think = Quantiles.fixed(10.0 * SECOND);
        return fixture;
    }

    @Nested
    class ASession {

        @Test
        void sendsACallOfTheNextWaveWhenAllOfTheFormerAreAnswered() {
            SessionFixture fixture = single(1);
            fixture.content = new Mixed(CountTable.fixed(5), 3, List.of(1.0));
            long[] calls = {0};

            List<Long> times = times(SessionTwin.drive(fixture.stream(100), (key, underWay, now) -> {
                long end = now + ++calls[0] * SECOND;
                return new SessionTwin.Answer(end - 1000, end, true);
            }));

            long first = times.getFirst();
            // Two calls take 1 and 2 s, two more 3 and 4 s, the last one 5 s.
            assertEquals(List.of(first, first, first + 2 * SECOND, first + 2 * SECOND, first + 6 * SECOND), times);
        }

        @Test
        void thinksFromTheLastAnswerOfAPage() {
            SessionFixture fixture = single(3);
            fixture.content = new Mixed(CountTable.fixed(2), 2, List.of(1.0));

            List<Long> times = times(SessionTwin.drive(fixture.stream(100), after(1.5)));

            long first = times.getFirst();
            List<Long> expected = new ArrayList<>();
            for (int page = 0; page < 3; page++) {
                expected.add(first + 13L * page * SECOND);
                expected.add(first + 13L * page * SECOND + 1_500_000_000L);
            }
            assertEquals(expected, times);
        }

        @Test
        void loadsFilesBeforeTheCallsOfItsFirstPage() {
            SessionFixture fixture = single(2);
            fixture.content = new Kinds(List.of(new Kind("home", 1, List.of(List.of(2, 3), List.of(4)))));
            fixture.files = new Files(7, 3, 1);

            List<Integer> endpoints = SessionTwin.drive(fixture.stream(100), AT_ONCE).stream()
                    .map(SessionTwin.Sent::endpoint)
                    .toList();

            assertEquals(List.of(7, 7, 7, 2, 3, 4, 7, 2, 3, 4), endpoints);
        }

        @Test
        void doesNotAskForWhatDependsOnAFailedCall() {
            SessionFixture fixture = single(1);
            SessionStream stream = fixture.stream(100);

            List<SessionTwin.Sent> sent = SessionTwin.drive(stream, FAILING);

            assertEquals(2, sent.size());
            assertEquals(1, stream.counts().failedPages());
            assertEquals(1, stream.counts().finished());
        }

        @Test
        void asksAFailedPageForTheSameEndpointsAgain() {
            SessionFixture fixture = single(1);
            fixture.content = new Mixed(CountTable.fixed(6), 1, List.of(0.3, 0.6, 1.0));
            fixture.reload = new Reload(1, Quantiles.fixed(4.0 * SECOND), 2);
            SessionStream stream = fixture.stream(100);

            List<SessionTwin.Sent> sent = SessionTwin.drive(stream, FAILING);

            List<Integer> endpoints =
                    sent.stream().map(SessionTwin.Sent::endpoint).toList();
            assertEquals(18, sent.size());
            assertEquals(endpoints.subList(0, 6), endpoints.subList(6, 12));
            assertEquals(endpoints.subList(0, 6), endpoints.subList(12, 18));
            assertEquals(sent.getFirst().time() + 8 * SECOND, sent.getLast().time());
            assertEquals(18, sent.stream().map(SessionTwin.Sent::key).distinct().count());
            assertEquals(2, stream.counts().reloads());
            assertEquals(List.of(0L, 1L), stream.counts().byPages());
        }
    }

    @Nested
    class Users {

        @ParameterizedTest
        @ValueSource(doubles = {2.9, 3.1})
        void leaveWhenAPageTookLongerThanTheirPatience(double seconds) {
            SessionFixture fixture = single(4);
            fixture.content = new Mixed(CountTable.fixed(1), 1, List.of(1.0));
            fixture.patience = new Patience(3 * SECOND, 1, 0);
            SessionStream stream = fixture.stream(100);

            List<SessionTwin.Sent> sent = SessionTwin.drive(stream, after(seconds));

            assertEquals(seconds > 3 ? 1 : 4, sent.size());
            assertEquals(seconds > 3 ? 1 : 0, stream.counts().leftSlow());
            assertEquals(seconds > 3 ? 0 : 1, stream.counts().finished());
        }

        @Test
        void leaveWithTheGivenProbability() {
            SessionFixture fixture = new SessionFixture();
            fixture.pages = CountTable.fixed(1000);
            fixture.patience = new Patience(SECOND, 0.2, 0.5);
            SessionStream slow = fixture.stream(5000);
            SessionTwin.drive(slow, after(2));
            SessionStream broken = fixture.stream(5000);
            SessionTwin.drive(broken, FAILING);

            double slowShare = (double) slow.counts().leftSlow() / slow.counts().pages();
            double brokenShare =
                    (double) broken.counts().leftFailed() / broken.counts().pages();

            // 10,000 sessions or so; five pages each, or two.
            assertEquals(0.2, slowShare, 4 * Math.sqrt(0.16 / slow.counts().pages()));
            assertEquals(0.5, brokenShare, 4 * Math.sqrt(0.25 / broken.counts().pages()));
            assertEquals(slow.counts().pages(), slow.counts().slowPages());
            assertEquals(broken.counts().pages(), broken.counts().failedPages());
        }

        @Test
        void areAllAccountedFor() {
            SessionFixture fixture = new SessionFixture();
            fixture.patience = new Patience(SECOND, 0.2, 0.3);
            fixture.reload = new Reload(0.5, Quantiles.exponential(SECOND), 3);
            SessionStream stream = fixture.stream(3000);

            SessionTwin.drive(stream, random(5));

            SessionCounts counts = stream.counts();
            assertEquals(counts.begun(), counts.finished() + counts.leftSlow() + counts.leftFailed() + counts.active());
            assertEquals(
                    counts.begun() - counts.active(),
                    counts.byPages().stream().mapToLong(n -> n).sum());
            assertTrue(counts.active() > 0 && counts.leftSlow() > 100 && counts.leftFailed() > 100);
        }
    }

    /** Answers that depend on the request and on how busy it is; one in ten fails. */
    private static SessionTwin.Script random(long seed) {
        return (key, underWay, now) -> {
            long bits = Keys.mix(seed, key);
            long latency = (long) (-StrictMath.log(Keys.unit(bits)) * 0.2 * SECOND * (1 + underWay / 20.0));
            long network = Keys.below(50_000_000, Keys.draw(bits, 1));
            return new SessionTwin.Answer(now + latency, now + latency + network, Keys.unit(Keys.draw(bits, 2)) > 0.1);
        };
    }

    private static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static SessionFixture random(Random random) {
        SessionFixture fixture = new SessionFixture();
        fixture.begins = SessionFixture.poisson(0.2 + 3 * random.nextDouble());
        fixture.pages = random.nextBoolean() ? CountTable.geometric(1 + 6 * random.nextDouble()) : CountTable.fixed(3);
        fixture.think = Quantiles.exponential((0.1 + 20 * random.nextDouble()) * SECOND);
        if (random.nextBoolean()) {
            fixture.content = new Mixed(
                    CountTable.geometric(1 + 5 * random.nextDouble()),
                    1 + random.nextInt(4),
                    List.of(0.25, 0.5, 0.5, 1.0));
        } else {
            fixture.content = new Kinds(List.of(
                    new Kind("a", 0.4, List.of(List.of(0))),
                    new Kind("b", 0.7, List.of(List.of(1, 1, 2), List.of(3))),
                    new Kind("c", 1.0, List.of(List.of(0), List.of(1, 2, 3), List.of(0)))));
        }
        if (random.nextBoolean()) {
            fixture.files = new Files(3, random.nextInt(4), random.nextInt(2));
        }
        if (random.nextBoolean()) {
            fixture.patience = new Patience(SECOND / 2, random.nextDouble(), random.nextDouble());
        }
        if (random.nextBoolean()) {
            fixture.reload = new Reload(random.nextDouble(), Quantiles.exponential(SECOND), 1 + random.nextInt(3));
        }
        return fixture;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithItsNaiveTwin(int seed) {
        SessionFixture fixture = random(new Random(seed));
        SessionTwin.Script script = random(seed);
        SessionStream stream = fixture.stream(300);
        SessionTwin twin = new SessionTwin(fixture.sessions(), fixture.begins, 1, 300, script);

        List<SessionTwin.Sent> sent = SessionTwin.drive(stream, script);
        twin.run();

        assertEquals(twin.sent, sent);
        assertTrue(sent.size() > 50, "sent " + sent.size());
        SessionCounts counts = stream.counts();
        assertEquals(twin.finished, counts.finished());
        assertEquals(twin.leftSlow, counts.leftSlow());
        assertEquals(twin.leftFailed, counts.leftFailed());
        assertEquals(twin.reloads, counts.reloads());
        assertEquals(twin.active, counts.active());
    }

    @Nested
    class Counts {

        private static final int MINUTES = 10_000;

        /**
         * Requests of a session come together. For sessions that begin as a Poisson process, the index of dispersion over T is 1 +
         * 2 E[sum over pairs of (T - lag)+] / (T E[requests]). With instant answers, c calls a page, geometric pages of mean m
         * and exponential think times of mean d, the rate of later pages seen from one page is (1 - 1/m) / d exp(-t / (m d)), and
         * so the index is c + 2 c (m - 1) (1 - (1 - exp(-a T)) / (a T)) with a = 1 / (m d).
         */
        @Test
        void varyByTheMinuteAsTheClusterProcessSays() {
            SessionFixture fixture = new SessionFixture();
            fixture.begins = SessionFixture.poisson(0.1);
            long[] requests = new long[MINUTES];
            long[] sessions = new long[MINUTES];
            SessionStream stream = fixture.stream(60L * MINUTES);
            long[] begunBefore = {0};

            SessionTwin.drive(stream, (key, underWay, now) -> {
                int minute = (int) (now / (60 * SECOND));
                requests[minute]++;
                long begun = stream.counts().begun();
                sessions[minute] += begun - begunBefore[0];
                begunBefore[0] = begun;
                return new SessionTwin.Answer(now, now, true);
            });

            double at = 60 / (5 * 20.0);
            double expected = 4 + 2 * 4 * (5 - 1) * (1 - -Math.expm1(-at) / at);
            long[] warm = Arrays.copyOfRange(requests, 20, MINUTES);
            assertEquals(11.9, expected, 0.1);
            assertEquals(expected, Dispersion.index(warm), 0.08 * expected);
            assertEquals(1, Dispersion.index(sessions), 4 * Math.sqrt(2.0 / MINUTES));
            assertEquals(0.1 * 5 * 4 * 60, Arrays.stream(warm).average().orElseThrow(), 120 * 0.02);
        }

        @Test
        void areRequestsPerPageTimesPages() {
            SessionFixture fixture = new SessionFixture();
            SessionStream stream = fixture.stream(20_000);

            long sent = SessionTwin.drive(stream, AT_ONCE).size();

            SessionCounts counts = stream.counts();
            assertEquals(sent, 4 * counts.pages());
            long ended = counts.finished();
            long seen = 0;
            for (int pages = 0; pages < counts.byPages().size(); pages++) {
                seen += pages * counts.byPages().get(pages);
            }
            // A geometric number of pages of mean 5 has variance 20.
            assertEquals(5, (double) seen / ended, 4 * Math.sqrt(20.0 / ended));
            assertEquals(80, counts.endedSeconds() / ended, 4 * Math.sqrt((4 * 400 + 20 * 400.0) / ended));
        }
    }

    @Test
    void thinksAsLongAsItsDistributionSays() {
        SessionFixture fixture = new SessionFixture();
        fixture.begins = second -> second % 1000 == 0 && second < 60_000 ? 1 : 0;
        fixture.pages = CountTable.fixed(12);
        fixture.content = new Mixed(CountTable.fixed(1), 1, List.of(1.0));
        // Sessions of at most 11 thoughts do not overlap.
        List<Long> times = times(SessionTwin.drive(fixture.stream(100_000), AT_ONCE));
        double[] thoughts = IntStream.range(1, times.size())
                .filter(i -> i % 12 != 0)
                .mapToDouble(i -> (times.get(i) - times.get(i - 1)) / 1e9)
                .toArray();

        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new ExponentialDistribution(null, 20), thoughts, false);

        assertEquals(660, thoughts.length);
        assertTrue(p > 0.001, "p " + p);
    }

    @Nested
    class Draws {

        /** The n-th request of a session has the same key, whenever it is sent and whatever others do. */
        @Test
        void doNotDependOnAnswers() {
            SessionFixture fixture = new SessionFixture();

            List<Long> quick = SessionTwin.drive(fixture.stream(2000), AT_ONCE).stream()
                    .map(SessionTwin.Sent::key)
                    .sorted()
                    .toList();
            List<Long> slow = SessionTwin.drive(fixture.stream(4000), after(3)).stream()
                    .filter(sent -> sent.time() < 2000 * SECOND)
                    .map(SessionTwin.Sent::key)
                    .sorted()
                    .toList();

            assertTrue(slow.size() > 30_000 && slow.size() < quick.size());
            List<Long> missing = new ArrayList<>(slow);
            missing.removeIf(key -> Collections.binarySearch(quick, key) >= 0);
            assertEquals(List.of(), missing);
        }

        @Test
        void ofAnySecondCanBeMadeAlone() {
            SessionFixture fixture = new SessionFixture();
            List<SessionTwin.Sent> all = SessionTwin.drive(fixture.stream(200), AT_ONCE);
            SessionFixture alone = new SessionFixture();
            alone.begins = second -> second == 17 ? fixture.begins.count(17) : 0;

            List<SessionTwin.Sent> of17 = SessionTwin.drive(alone.stream(200), AT_ONCE);

            assertTrue(of17.size() > 4);
            List<SessionTwin.Sent> missing = new ArrayList<>(of17);
            missing.removeAll(all);
            assertEquals(List.of(), missing);
        }
    }
}
