package dev.windtunnel.simulator.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.TimeAxis;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartTest {

    private static final long MINUTE = 60_000_000_000L;

    @Nested
    class ALinearScale {

        @ParameterizedTest
        @CsvSource({
            "412, PER_SECOND, 500, 100",
            "100, PER_SECOND, 100, 20",
            "1, SHARE, 1, 0.2",
            "0.63, SHARE, 0.8, 0.2",
            "3, PIECES, 3, 1",
            "9, PIECES, 10, 2",
            "12, PIECES, 15, 5",
            "0, PIECES, 1, 1"
        })
        void endsAtTheRoundValueAboveItsHighest(double highest, Unit unit, double top, double step) {
            Scale.Linear scale = Scale.Linear.upTo(highest, unit);

            assertEquals(top, scale.top(), 1e-9);
            assertEquals(step, scale.step(), 1e-9);
            assertEquals(0.0, scale.ticks().getFirst());
            assertEquals(top, scale.ticks().getLast(), 1e-9);
        }

        @Test
        void keepsValuesOutsideAtTheEdge() {
            Scale scale = Scale.Linear.upTo(10, Unit.PIECES);

            assertEquals(1, scale.height(25));
            assertEquals(0, scale.height(-1));
            assertEquals(0.5, scale.height(5));
        }
    }

    @Nested
    class ALogarithmicScale {

        @Test
        void reachesFromBelowTheLowestToAboveTheHighest() {
            Scale.Logarithmic scale = Scale.Logarithmic.around(45e6, 310e6);

            assertEquals(20e6, scale.bottom());
            assertEquals(500e6, scale.top());
            assertEquals(List.of(20e6, 50e6, 100e6, 200e6, 500e6), scale.ticks());
        }

        @Test
        void hasOnlyDecadesOverALongReach() {
            assertEquals(
                    List.of(1e6, 10e6, 100e6, 1e9),
                    Scale.Logarithmic.around(1e6, 1.7e9).ticks());
        }

        @Test
        void putsEqualFactorsAtEqualDistances() {
            Scale scale = new Scale.Logarithmic(1, 100);

            assertEquals(0.5, scale.height(10), 1e-12);
            assertEquals(0, scale.height(0));
        }

        @Test
        void hasAReachForASingleValue() {
            Scale.Logarithmic scale = Scale.Logarithmic.around(100e6, 100e6);

            assertTrue(scale.top() > scale.bottom());
        }
    }

    @Nested
    class Ticks {

        @Test
        void standAtRoundLocalTimes() {
            TimeAxis berlin = axis("2026-11-26T23:00:00Z", "Europe/Berlin", Duration.ofDays(1));

            assertEquals(
                    List.of("00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00"),
                    labels(TimeSpan.all(berlin)));
        }

        @Test
        void countSecondsInAShortSpan() {
            TimeAxis utc = axis("2026-01-01T20:15:07Z", "UTC", Duration.ofSeconds(30));

            assertEquals(
                    List.of("20:15:10", "20:15:15", "20:15:20", "20:15:25", "20:15:30", "20:15:35"),
                    labels(TimeSpan.all(utc)));
        }

        @Test
        void leaveOutAnHourThatDoesNotExist() {
            // In the night of 29 March 2026 Berlin's clocks go from 02:00 to 03:00.
            TimeAxis spring = axis("2026-03-28T23:00:00Z", "Europe/Berlin", Duration.ofHours(5));

            List<TimeSpan.Tick> ticks = TimeSpan.all(spring).ticks();

            assertFalse(labels(TimeSpan.all(spring)).contains("02:00"));
            assertEquals(0.4, position(ticks, "03:00"), 1e-9);
        }

        @Test
        void areDaysOverMonths() {
            TimeAxis month = axis("2026-01-01T00:00:00Z", "UTC", Duration.ofDays(30));

            assertEquals(List.of("01-01", "01-08", "01-15", "01-22", "01-29"), labels(TimeSpan.all(month)));
        }
    }

    @Nested
    class ThinnedSamples {

        @Test
        void keepEveryPeakAndEveryTrough() {
            List<Double> values = new ArrayList<>(
                    IntStream.range(0, 10_000).mapToObj(i -> 10.0).toList());
            values.set(4_321, 99.0);
            values.set(8_765, 1.0);
            Samples samples = Samples.byMinute(values);
            TimeSpan span = TimeSpan.all(axis("2026-01-01T00:00:00Z", "UTC", Duration.ofMinutes(10_000)));

            List<Integer> kept = samples.thinned(span, 100);

            assertTrue(kept.size() <= 200);
            assertTrue(kept.contains(4_321));
            assertTrue(kept.contains(8_765));
            assertEquals(kept.stream().sorted().toList(), kept);
        }

        @Test
        void areAllOfThemWhereThereIsRoom() {
            Samples samples = Samples.byMinute(List.of(1.0, 2.0, 3.0));
            TimeSpan span = TimeSpan.all(axis("2026-01-01T00:00:00Z", "UTC", Duration.ofMinutes(3)));

            assertEquals(List.of(0, 1, 2), samples.thinned(span, 100));
        }

        @Test
        void endAtTheSpan() {
            Samples samples = Samples.byMinute(List.of(1.0, 2.0, 3.0, 4.0));
            TimeAxis axis = axis("2026-01-01T00:00:00Z", "UTC", Duration.ofMinutes(4));

            assertEquals(List.of(1, 2), samples.thinned(new TimeSpan(axis, MINUTE, 3 * MINUTE), 100));
        }
    }

    @Nested
    class AWrittenChart {

        private final TimeSpan span = TimeSpan.all(axis("2026-01-01T00:00:00Z", "UTC", Duration.ofMinutes(4)));

        @Test
        void breaksALineWhereThereIsNoValue() {
            Samples samples = Samples.byMinute(List.of(1.0, Double.NaN, 3.0, 4.0));

            String svg = ChartWriter.write(chart(new Layer.Line("a", 0, false, samples)));

            assertTrue(svg.contains("d=\"M125 75M625 25L875 0\""), svg);
        }

        @Test
        void stacksPartsAndDrawsNothingWhereAPartIsNothing() {
            Layer.Stack stack = new Layer.Stack(List.of(
                    new Layer.Stack.Part("low", 0, false, Samples.byMinute(List.of(1.0, 1.0, 1.0, 1.0))),
                    new Layer.Stack.Part("none", 1, false, Samples.byMinute(List.of(0.0, 0.0, 0.0, 0.0))),
                    new Layer.Stack.Part("late", 2, false, Samples.byMinute(List.of(0.0, 0.0, 0.0, 3.0)))));

            String svg = ChartWriter.write(chart(stack));

            assertTrue(svg.contains("class=\"area c0\""));
            assertFalse(svg.contains("class=\"area c1\""));
            assertTrue(svg.contains("class=\"area c2\" d=\"M625 75L875 0L875 75L625 75Z\""), svg);
        }

        @Test
        void cutsABandAtItsEdgesAndLeavesOutOneThatLiesElsewhere() {
            List<Chart.Band> bands = List.of(
                    new Chart.Band("here", 2 * MINUTE, 9 * MINUTE), new Chart.Band("later", 5 * MINUTE, 6 * MINUTE));

            String svg = ChartWriter.write(chart(bands, new Layer.Level("limit", 2)));

            assertTrue(svg.contains("<rect class=\"band\" x=\"50%\" width=\"50%\""), svg);
            assertTrue(svg.contains(">here</text>"));
            assertFalse(svg.contains(">later</text>"));
        }

        @Test
        void escapesItsTexts() {
            Chart chart = new Chart(
                    "id",
                    "<&>",
                    "\"'",
                    span,
                    Unit.PIECES,
                    new Scale.Linear(4, 1),
                    100,
                    List.of(),
                    List.of(),
                    List.of());

            String svg = ChartWriter.write(chart);

            assertTrue(svg.contains(">&lt;&amp;&gt;</title>"));
            assertTrue(svg.contains(">&quot;&#39;</desc>"));
        }

        private Chart chart(Layer layer) {
            return chart(List.of(), layer);
        }

        private Chart chart(List<Chart.Band> bands, Layer layer) {
            return new Chart(
                    "id", "t", "d", span, Unit.PIECES, new Scale.Linear(4, 1), 100, List.of(layer), bands, List.of());
        }
    }

    @Test
    void refusesAStackOfUnequalParts() {
        List<Layer.Stack.Part> parts = List.of(
                new Layer.Stack.Part("a", 0, false, Samples.byMinute(List.of(1.0))),
                new Layer.Stack.Part("b", 0, false, Samples.byMinute(List.of(1.0, 2.0))));

        assertThrows(IllegalArgumentException.class, () -> new Layer.Stack(parts));
    }

    private static TimeAxis axis(String start, String zone, Duration duration) {
        return new TimeAxis(Instant.parse(start), ZoneId.of(zone), duration);
    }

    private static List<String> labels(TimeSpan span) {
        return span.ticks().stream().map(TimeSpan.Tick::label).toList();
    }

    private static double position(List<TimeSpan.Tick> ticks, String label) {
        return ticks.stream()
                .filter(tick -> tick.label().equals(label))
                .findFirst()
                .orElseThrow()
                .position();
    }
}
