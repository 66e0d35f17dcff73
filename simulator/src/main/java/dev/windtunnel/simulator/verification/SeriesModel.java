package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.statistics.BatchMeans;
import dev.windtunnel.simulator.statistics.Dependence;
import dev.windtunnel.simulator.statistics.Interval;
import dev.windtunnel.simulator.statistics.OverlappingBatchMeans;
import dev.windtunnel.simulator.statistics.QuantileSections;
import dev.windtunnel.simulator.statistics.Truncation;
import dev.windtunnel.simulator.statistics.WarmUp;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What one run's series says: where its warm-up ends ({@code batch}), its mean by batches ({@code batches}, or as many as are
 * independent without a number) or by overlapping ones ({@code window}), and a quantile by sections ({@code sections}).
 */
final class SeriesModel {

    private SeriesModel() {}

    static CaseModel read(JsonValue model) {
        if (model.has("sections")) {
            return quantile(model);
        }
        if (model.has("window")) {
            return overlapping(model);
        }
        return model.has("confidence") ? batchMeans(model) : warmUp(model);
    }

    private static CaseModel warmUp(JsonValue model) {
        int batch = model.find("batch").map(value -> value.whole(1)).orElse(WarmUp.BATCH);
        if (batch != WarmUp.BATCH) {
            throw new NotUnderstood("warm-up cuts by batches of " + batch);
        }
        double[] series = StatisticsModel.numbers(model.get("series"), 2 * WarmUp.BATCH);
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

    private static CaseModel batchMeans(JsonValue model) {
        double confidence = StatisticsModel.confidence(model);
        double[] series = StatisticsModel.numbers(model.get("series"), BatchMeans.FEWEST);
        int batches = model.find("batches").map(value -> value.whole(2)).orElse(0);
        if (batches > series.length) {
            throw model.get("batches").expected("at most as many batches as values");
        }
        BatchMeans means =
                batches == 0 ? BatchMeans.of(series, confidence) : BatchMeans.of(series, batches, confidence);
        return new ComputedModel(metric -> switch (metric) {
            case "batches" -> OptionalDouble.of(means.batches());
            case "batch_size" -> OptionalDouble.of(means.batchSize());
            case "lag_1_correlation" -> OptionalDouble.of(means.lagOne());
            case "naive_standard_error" -> OptionalDouble.of(Dependence.naiveStandardError(series));
            default -> StatisticsModel.ofInterval(means.interval(), metric);
        });
    }

    private static CaseModel overlapping(JsonValue model) {
        int window = model.get("window").whole(1);
        double[] series = StatisticsModel.numbers(model.get("series"), 2 * window);
        Interval interval = OverlappingBatchMeans.interval(series, window, StatisticsModel.confidence(model));
        double variance = OverlappingBatchMeans.variance(series, window);
        return new ComputedModel(metric -> switch (metric) {
            case "asymptotic_variance" -> OptionalDouble.of(variance);
            case "variance_of_mean" -> OptionalDouble.of(variance / series.length);
            default -> StatisticsModel.ofInterval(interval, metric);
        });
    }

    private static CaseModel quantile(JsonValue model) {
        int sections = model.get("sections").whole(2);
        double[] series = StatisticsModel.numbers(model.get("series"), sections);
        Interval interval = QuantileSections.ofRun(
                series, StatisticsModel.inside(model.get("p")), sections, StatisticsModel.confidence(model));
        return new ComputedModel(metric -> metric.equals("quantile")
                ? OptionalDouble.of(interval.estimate())
                : StatisticsModel.ofInterval(interval, metric));
    }
}
