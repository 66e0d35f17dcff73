package dev.windtunnel.model.yaml;

import dev.windtunnel.model.scenario.Moment;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Rate;
import dev.windtunnel.model.unit.Share;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random values of the model's records, as far as their constructors let them be. */
final class RandomRecords {

    private static final int TRIES = 40;
    private static final int DEEPEST = 12;
    private static final List<String> WORDS = List.of(
            "a",
            "b",
            "web",
            "list",
            "us-east-1",
            "yes",
            "12",
            "x: y",
            "größe",
            "# no",
            "it's",
            "\"q\"",
            "a b",
            "1.34",
            "*",
            "a\nb");

    private final SplittableRandom random;

    RandomRecords(SplittableRandom random) {
        this.random = random;
    }

    static ParameterizedType listOf(Type element) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {element};
            }

            @Override
            public Type getRawType() {
                return List.class;
            }

            @Override
            public @Nullable Type getOwnerType() {
                return null;
            }
        };
    }

    /** A value of the record; empty if its constructor took none of many. */
    Optional<Object> record(Class<?> type) {
        return record(type, 0);
    }

    private Optional<Object> record(Class<?> type, int depth) {
        RecordShape shape = RecordShape.of(type);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            // The more attempts, the fewer keys beyond the defaults: most rules bind keys that are seldom written.
            double chance = depth > DEEPEST ? 0 : 0.6 / (1 + attempt / 4);
            @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
            boolean isWhole = true;
            for (int i = 0; i < values.length; i++) {
                RecordShape.Field field = shape.fields().get(i);
                boolean isFree = field.isNullable() || field.defaultText() != null;
                if (isFree && random.nextDouble() >= chance) {
                    values[i] = field.defaultText() == null ? null : Binder.ofDefault(field, field.key());
                    continue;
                }
                Optional<Object> value =
                        field.isName() ? Optional.of("n" + random.nextInt(9)) : value(field.type(), depth + 1);
                isWhole &= value.isPresent();
                values[i] = value.orElse(null);
            }
            try {
                if (isWhole) {
                    return Optional.of(shape.construct(values));
                }
            } catch (IllegalArgumentException objection) {
                // Another attempt.
            }
        }
        return Optional.empty();
    }

    private Optional<Object> value(Type type, int depth) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return list(element.get(), depth);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return Optional.of(constants[random.nextInt(constants.length)]);
        }
        if (Scalars.reader(plain).isPresent()) {
            return scalar(plain);
        }
        if (RecordShape.isChoice(plain)) {
            List<Class<?>> members = List.copyOf(RecordShape.members(plain).values());
            return record(members.get(random.nextInt(members.size())), depth + 1);
        }
        return record(plain, depth + 1);
    }

    private Optional<Object> list(Type element, int depth) {
        List<Object> values = new ArrayList<>();
        boolean isNamed = RecordShape.isNamed(element);
        int size = random.nextInt(1, 3);
        for (int i = 0; i < size; i++) {
            Optional<Object> value = value(element, depth + 1);
            // Two of the same name cannot be written.
            boolean isNew = value.isPresent()
                    && (!isNamed
                            || values.stream().noneMatch(other -> name(other).equals(name(value.get()))));
            if (isNew) {
                values.add(value.get());
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private static String name(Object named) {
        YamlNode alone = RecordTree.of(listOf(named.getClass()), List.of(named));
        return Place.root(alone).names().getFirst();
    }

    /** Values of types that are not listed come from their own notation's simplest texts. */
    private Optional<Object> scalar(Class<?> type) {
        Object value = null;
        if (type == String.class) {
            value = WORDS.get(random.nextInt(WORDS.size()));
        } else if (type == int.class || type == Integer.class) {
            value = random.nextInt(0, random.nextBoolean() ? 4 : 400);
        } else if (type == long.class || type == Long.class) {
            value = random.nextLong(0, 5000);
        } else if (type == double.class || type == Double.class) {
            value = random.nextBoolean() ? random.nextDouble() : random.nextInt(0, 60) / 4.0;
        } else if (type == boolean.class || type == Boolean.class) {
            value = random.nextBoolean();
        } else if (type == Duration.class) {
            value = Duration.ofMillis(random.nextLong(0, random.nextBoolean() ? 100_000 : 100_000_000));
        } else if (type == LocalDateTime.class) {
            value = LocalDateTime.of(2026, 11, 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        } else if (type == OffsetDateTime.class) {
            value = OffsetDateTime.of(
                    2026, 1, 1 + random.nextInt(28), 3, 0, 0, 0, ZoneOffset.ofHours(random.nextInt(-9, 9)));
        } else if (type == ZoneId.class) {
            value = ZoneId.of(random.nextBoolean() ? "America/New_York" : "UTC");
        } else if (type == Moment.class) {
            value = random.nextBoolean()
                    ? new Moment.ClockTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                    : new Moment.Offset(Duration.ofSeconds(random.nextInt(9000)));
        } else if (type == ByteSize.class) {
            value = new ByteSize(random.nextLong(0, 1L << random.nextInt(1, 40)));
        } else if (type == Cidr.class) {
            int prefix = random.nextInt(12, 29);
            value = new Cidr(random.nextInt() & (-1 << (32 - prefix)), prefix);
        } else if (type == CpuQuantity.class) {
            value = new CpuQuantity(random.nextLong(0, 9000));
        } else if (type == Money.class) {
            value = new Money(BigDecimal.valueOf(random.nextLong(0, 900_000), 2));
        } else if (type == Rate.class) {
            value = new Rate(random.nextInt(0, 9000) / (random.nextBoolean() ? 60.0 : 1));
        } else if (type == Share.class) {
            value = new Share(random.nextBoolean() ? random.nextDouble() : random.nextInt(0, 101) / 100.0);
        } else if (type == Distribution.class) {
            value = distribution();
        } else if (type == CountDistribution.class) {
            value = random.nextBoolean()
                    ? new CountDistribution.Fixed(random.nextInt(1, 9))
                    : CountDistribution.LogNormal.ofMean(2 + random.nextDouble() * 5, 0.5 + random.nextDouble());
        } else {
            value = fromText(type).orElse(null);
        }
        return Optional.ofNullable(value);
    }

    private Optional<Object> fromText(Class<?> type) {
        for (String text : List.of(
                "0 3 * * *",
                "sun:03:00-sun:04:00",
                "Sun 03:00-04:00",
                "rate(5 minutes)",
                "10m",
                "12",
                "a",
                "5%",
                "1Gi")) {
            try {
                return Optional.of(Scalars.read(type, text));
            } catch (IllegalArgumentException refused) {
                // Another text.
            }
        }
        return Optional.empty();
    }

    private Distribution distribution() {
        double seconds = 1e-6 + random.nextDouble() * (random.nextBoolean() ? 0.1 : 50);
        double cv = 0.3 + random.nextDouble();
        return switch (random.nextInt(9)) {
            case 0 -> new Distribution.Fixed(seconds);
            case 1 -> new Distribution.Exponential(seconds);
            case 2 -> Distribution.LogNormal.ofMean(seconds, cv);
            case 3 -> Distribution.LogNormal.ofPercentiles(seconds, seconds * 9);
            case 4 -> new Distribution.Gamma(seconds, cv);
            case 5 -> Distribution.HyperExponential.ofMean(seconds, 1.1 + cv);
            case 6 -> new Distribution.Uniform(seconds, seconds * 3);
            case 7 ->
                new Distribution.Empirical(List.of(
                        new Distribution.Empirical.Outcome(seconds, 0.7),
                        new Distribution.Empirical.Outcome(seconds * 2, 0.3)));
            default -> new Distribution.Weibull(seconds, cv);
        };
    }
}
