package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.statistics.Interval;
import dev.windtunnel.simulator.statistics.QuantileRanks;
import dev.windtunnel.simulator.statistics.Replications;
import dev.windtunnel.simulator.statistics.Truncation;
import dev.windtunnel.simulator.statistics.WarmUp;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Cases of the room {@code statistics}: t intervals, the warm-up cut, ranks around a quantile. */
final class StatisticsModel {

    private StatisticsModel() {}

    static CaseModel read(JsonValue model) {
        if (model.has("series")) {
            return warmUp(model);
        }
        return model.has("values") ? interval(model) : ranks(model);
    }

    private static CaseModel warmUp(JsonValue model) {
        if (model.get("batch").whole(1) != WarmUp.BATCH) {
            throw new NotUnderstood(
                    "warm-up cuts by batches of " + model.get("batch").whole(1));
        }
        double[] series = numbers(model.get("series"), 2 * WarmUp.BATCH);
        if (!(WarmUp.cut(series) instanceof Truncation.After cut)) {
            throw new NotUnderstood("a series that is still settling at the end of the search");
        }
        return new ComputedModel(metric -> switch (metric) {
            case "truncate_batches" -> OptionalDouble.of(cut.batches());
            case "truncate_observations" -> OptionalDouble.of(cut.observations());
            case "truncated_mean" -> OptionalDouble.of(cut.mean());
            case "raw_mean" -> Arrays.stream(series).average();
            default -> OptionalDouble.empty();
        });
    }

    private static CaseModel interval(JsonValue model) {
        double[] values = numbers(model.get("values"), 2);
        Interval interval = Replications.mean(values, confidence(model));
        return new ComputedModel(metric -> switch (metric) {
            case "mean" -> OptionalDouble.of(interval.estimate());
            case "half_width" -> OptionalDouble.of(interval.halfWidth());
            case "lower", "low" -> OptionalDouble.of(interval.low());
            case "upper", "high" -> OptionalDouble.of(interval.high());
            case "sample_sd" -> OptionalDouble.of(Replications.standardDeviation(values));
            default -> OptionalDouble.empty();
        });
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

    private static double confidence(JsonValue model) {
        return inside(model.get("confidence"));
    }

    private static double inside(JsonValue share) {
        double value = share.share();
        if (value == 0 || value == 1) {
            throw share.expected("a number between 0 and 1");
        }
        return value;
    }

    private static double[] numbers(JsonValue list, int least) {
        double[] numbers =
                list.elements().stream().mapToDouble(JsonValue::number).toArray();
        if (numbers.length < least) {
            throw list.rejected("expected at least " + least + " numbers, found " + numbers.length, null);
        }
        return numbers;
    }
}
