package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a unit prints it reads again, for thousands of values of all magnitudes. */
final class RoundTripTest {

    private final SplittableRandom random = new SplittableRandom(20261127);

    /** A non-negative number of any magnitude up to 2^bits. */
    private long magnitude(int bits) {
        return random.nextLong() >>> (63 - random.nextInt(bits));
    }

    private static <T> void survives(Supplier<T> values, Function<T, String> print, Function<String, T> parse) {
        for (int i = 0; i < 5_000; i++) {
            T value = values.get();
            String printed = print.apply(value);

            assertEquals(value, parse.apply(printed), printed);
        }
    }

    @Test
    void readsEveryDurationItPrints() {
        survives(() -> Duration.ofNanos(magnitude(62)), Durations::print, Durations::parse);
    }

    @Test
    void readsEverySizeItPrints() {
        survives(() -> new ByteSize(magnitude(62)), ByteSize::toString, ByteSize::parse);
        survives(() -> ByteSize.ofMebibytes(magnitude(30)), ByteSize::toString, ByteSize::parse);
    }

    @Test
    void readsEveryCpuQuantityItPrints() {
        survives(() -> new CpuQuantity(magnitude(29)), CpuQuantity::toString, CpuQuantity::parse);
    }

    @Test
    void readsEveryShareItPrints() {
        survives(() -> new Share(random.nextInt(100_001) / 100_000.0), Share::toString, Share::parse);
        survives(() -> new Share(random.nextDouble()), Share::toString, Share::parse);
    }

    @Test
    void readsEveryRateItPrints() {
        survives(() -> new Rate(random.nextDouble() * magnitude(20)), Rate::toString, Rate::parse);
    }

    @Test
    void readsEveryAmountItPrints() {
        survives(
                () -> new Money(BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(9))),
                Money::toString,
                Money::parse);
    }

    @Test
    void readsEveryBlockItPrints() {
        survives(
                () -> {
                    int prefix = random.nextInt(33);
                    return new Cidr(prefix == 0 ? 0 : random.nextInt() & (-1 << (32 - prefix)), prefix);
                },
                Cidr::toString,
                Cidr::parse);
    }

    @Test
    void readsEveryDistributionOfWholeNanosecondsItPrints() {
        Supplier<Double> seconds = () -> (1 + magnitude(40)) / 1e9;
        survives(() -> new Distribution.Fixed(seconds.get()), Distribution::toString, Distribution::parse);
        survives(() -> new Distribution.Exponential(seconds.get()), Distribution::toString, Distribution::parse);
        survives(
                () -> new Distribution.LogNormal(seconds.get(), 0.0001 + random.nextDouble() * 4.9),
                Distribution::toString,
                Distribution::parse);
        survives(() -> new Distribution.LogNormal(seconds.get(), 0.0002), Distribution::toString, Distribution::parse);
        survives(
                () -> {
                    double from = seconds.get();
                    return new Distribution.Uniform(from, from * 2);
                },
                distribution -> distribution.toString(),
                Distribution::parse);
    }

    @Nested
    final class WhenTheNotationIsWrong {

        private static void refuses(Function<String, ?> parse, String... texts) {
            for (String text : texts) {
                assertThrows(IllegalArgumentException.class, () -> parse.apply(text), text);
            }
        }

        @Test
        void refusesDurationsWithoutUnitOrWithAMinus() {
            refuses(Durations::parse, "", "15", "15 sec", "1.5.2s", "-5s", "1h-30m", "5x", "s", "1e3s", "300y");
        }

        @Test
        void refusesSizesAndQuantitiesOfOtherUnits() {
            refuses(ByteSize::parse, "", "5Xi", "Mi", "-1Mi", "1,5Gi", "99999999Ti");
            refuses(CpuQuantity::parse, "", "m", "1k", "-1", "1,5");
        }

        @Test
        void refusesSharesOutsideTheWhole() {
            refuses(Share::parse, "", "101%", "-1%", "1.5", "%", "50 percent");
        }

        @Test
        void refusesBlocksThatAreNone() {
            refuses(
                    Cidr::parse,
                    "",
                    "10.0.0.0",
                    "10.0.0/16",
                    "10.0.0.256/32",
                    "10.0.0.0/33",
                    "10.0.0.1/16",
                    "a.b.c.d/8");
        }

        @Test
        void refusesDistributionsThatAreNone() {
            refuses(
                    Distribution::parse,
                    "",
                    "gauss(1s, 2s)",
                    "lognormal(median 1s)",
                    "lognormal(cv 1, median 1s)",
                    "uniform(2s, 1s)",
                    "exponential(0s)",
                    "exponential(1s",
                    "triangular(1s, 1s, 1s)",
                    "lognormal(p50 2s, p99 1s)");
        }

        @Test
        void refusesRatesAndAmountsThatAreNone() {
            refuses(Rate::parse, "", "5", "5/y", "-5/s", "/s");
            refuses(Money::parse, "", "5 EUR", "USD", "1,000 USD");
        }
    }
}
