package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.statistics.Dependence;
import dev.windtunnel.simulator.statistics.Dispersion;
import dev.windtunnel.simulator.statistics.Interval;
import dev.windtunnel.simulator.statistics.QuantileRanks;
import dev.windtunnel.simulator.statistics.RareEvents;
import dev.windtunnel.simulator.statistics.Replications;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Cases of the room {@code statistics}, told apart by what they state: a {@code series} of one run ({@link SeriesModel}),
 * {@code values} of replications, two samples {@code a} and {@code b} of paired ones, ranks around a quantile of {@code n}
 * values, {@code counts} of arrivals, {@code events} in an {@code exposure}, or how long a run must be.
 */
final class StatisticsModel {

    /** A kind of case, and the key that only such a case has. */
    private record Kind(String key, Function<JsonValue, CaseModel> model) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("series", SeriesModel::read),
            new Kind("values", StatisticsModel::interval),
            new Kind("a", StatisticsModel::paired),
            new Kind("n", StatisticsModel::ranks),
            new Kind("counts", StatisticsModel::dispersion),
            new Kind("exposure", StatisticsModel::rareEvents),
            new Kind("phi", StatisticsModel::autoregression),
            new Kind("relative_half_width", StatisticsModel::runLength));

    private StatisticsModel() {}

    static CaseModel read(JsonValue model) {
        return KINDS.stream()
                .filter(kind -> model.has(kind.key()))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("statistics of " + String.join(", ", model.keys())))
                .model()
                .apply(model);
    }

    private static CaseModel interval(JsonValue model) {
        double[] values = numbers(model.get("values"), 2);
        Interval interval = Replications.mean(values, confidence(model));
        return new ComputedModel(metric -> metric.equals("sample_sd")
                ? OptionalDouble.of(Replications.standardDeviation(values))
                : ofInterval(interval, metric));
    }

    /** What all intervals have; empty if it is something else. */
    static OptionalDouble ofInterval(Interval interval, String metric) {
        return switch (metric) {
            case "mean", "estimate" -> OptionalDouble.of(interval.estimate());
            case "half_width" -> OptionalDouble.of(interval.halfWidth());
            case "relative_half_width" -> OptionalDouble.of(interval.relativeHalfWidth());
            case "lower", "low" -> OptionalDouble.of(interval.low());
            case "upper", "high" -> OptionalDouble.of(interval.high());
            default -> OptionalDouble.empty();
        };
    }

    private static CaseModel paired(JsonValue model) {
        double[] first = numbers(model.get("a"), 2);
        double[] second = numbers(model.get("b"), 2);
        if (first.length != second.length) {
            throw model.get("b").rejected("expected as many values as in 'a', found " + second.length, null);
        }
        Interval difference = Replications.difference(first, second, confidence(model));
        return new ComputedModel(metric -> metric.equals("mean_difference")
                ? OptionalDouble.of(difference.estimate())
                : ofInterval(difference, metric));
    }

    private static CaseModel ranks(JsonValue model) {
        QuantileRanks ranks = QuantileRanks.of(model.get("n").whole(1), inside(model.get("p")), confidence(model));
        return new ComputedModel(metric -> switch (metric) {
            case "lower_rank" -> OptionalDouble.of(ranks.lower());
            case "upper_rank" -> OptionalDouble.of(ranks.upper());
            case "coverage" -> OptionalDouble.of(ranks.coverage());
            default -> OptionalDouble.empty();
        });
    }

    private static CaseModel dispersion(JsonValue model) {
        List<JsonValue> written = model.get("counts").elements();
        int window = model.find("window").map(value -> value.whole(1)).orElse(1);
        if (written.size() < 2 * window) {
            throw model.get("counts").rejected("expected two windows of counts or more, found " + written.size(), null);
        }
        long[] counts = written.stream().mapToLong(count -> count.whole(0)).toArray();
        return new ComputedModel(metric -> metric.equals("index_of_dispersion")
                ? OptionalDouble.of(Dispersion.index(counts, window))
                : OptionalDouble.empty());
    }

    private static CaseModel rareEvents(JsonValue model) {
        double exposure = model.get("exposure").positive();
        Interval rate = RareEvents.rate(
                model.find("events").map(value -> value.whole(0)).orElse(0), exposure, confidence(model));
        return new ComputedModel(metric -> switch (metric) {
            case "rate" -> OptionalDouble.of(rate.estimate());
            case "upper_rate_of_none" -> OptionalDouble.of(RareEvents.upperRateOfNone(exposure, confidence(model)));
            default -> ofInterval(rate, metric);
        });
    }

    private static CaseModel autoregression(JsonValue model) {
        double phi = model.get("phi").number();
        if (!(phi > -1 && phi < 1)) {
            throw model.get("phi").expected("a number between -1 and 1");
        }
        return new ComputedModel(metric -> metric.equals("naive_understatement")
                ? OptionalDouble.of(Dependence.understatementOfAutoregression(phi))
                : OptionalDouble.empty());
    }

    private static CaseModel runLength(JsonValue model) {
        double utilization = inside(model.get("utilization"));
        double width = model.get("relative_half_width").positive();
        return new ComputedModel(metric -> switch (metric) {
            case "requests_needed" ->
                OptionalDouble.of(Dependence.requestsForSingleServerWaits(utilization, width, confidence(model)));
            case "naive_understatement" -> OptionalDouble.of(Dependence.understatementOfSingleServerWaits(utilization));
            default -> OptionalDouble.empty();
        });
    }

    static double confidence(JsonValue model) {
        return inside(model.get("confidence"));
    }

    static double inside(JsonValue share) {
        double value = share.share();
        if (value == 0 || value == 1) {
            throw share.expected("a number between 0 and 1");
        }
        return value;
    }

    static double[] numbers(JsonValue list, int least) {
        double[] numbers =
                list.elements().stream().mapToDouble(JsonValue::number).toArray();
        if (numbers.length < least) {
            throw list.rejected("expected at least " + least + " numbers, found " + numbers.length, null);
        }
        return numbers;
    }
}
