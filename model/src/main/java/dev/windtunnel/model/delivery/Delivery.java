package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How code reaches the clusters: push, pipeline, image, change of the configuration, reconciliation (S35 to S40, S59 to S62). */
@Doc("Repositories, pipelines, registry and GitOps")
public record Delivery(
        @Doc("Git repositories, by name (S60)") @Default("{}")
        List<Repository> repositories,

        @Doc("Pipelines, by name (S35, S36)") @Default("{}") List<Pipeline> pipelines,

        @Doc("The image registry; absent means that images come from elsewhere (S37)") @Nullable Registry registry,

        @Doc("How an image gets into each environment, by environment, in order (S37)") @Default("{}")
        List<Promotion> promotion,

        @Doc("Helm charts, by name (S38)") @Default("{}") List<Chart> charts,

        @Doc("What brings the configuration into the clusters; absent means that people or pipelines do (S39)")
        @Nullable GitOps gitOps,

        @Doc("How a bad release is taken back, by workload (S62)") @Default("{}")
        List<Rollback> rollback) {

    /** Copies the lists. */
    public Delivery {
        repositories = List.copyOf(repositories);
        pipelines = List.copyOf(pipelines);
        promotion = List.copyOf(promotion);
        charts = List.copyOf(charts);
        rollback = List.copyOf(rollback);
    }

    /** Nothing said of it. */
    public Delivery() {
        this(List.of(), List.of(), null, List.of(), List.of(), null, List.of());
    }
}
