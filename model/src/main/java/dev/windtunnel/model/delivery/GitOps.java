package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Argo CD: it makes the clusters what Git says (S39, S40; DEL-05, DEL-06). */
@Doc("Argo CD, which makes the clusters what Git says")
public record GitOps(
        @Doc("Repository that says what runs") String repository,

        @Doc("Time between two looks at Git, timeout.reconciliation (DEL-05)") @Default("2m")
        Duration reconcileInterval,

        @Doc(
                "Time that is added at random, timeout.reconciliation.jitter; with the default interval 3m at most (DEL-05)")
        @Default("1m")
        Duration reconcileJitter,

        @Doc("Whether Git tells it of a push at once (DEL-05)") @Default("false")
        boolean webhook,

        @Doc("Time from a drift seen to its repair (DEL-06)") @Default("5s")
        Duration selfHealDelay,

        @Doc("Whether nobody else may write to the clusters (R-DEL-04)") @Default("false")
        boolean onlyWriter,

        @Doc("Where it runs: in each cluster, or central for all") @Default("each-cluster")
        Placement placement,

        @Doc("How it brings each environment up to date, by environment") @Default("{}")
        List<Sync> environments) {

    /** Where Argo CD runs. */
    public enum Placement {
        /** One in each cluster. */
        EACH_CLUSTER,
        /** One for all. */
        CENTRAL
    }

    /** The sync policy of an environment's applications; defaults are Argo CD's. */
    @Doc("The sync policy of an environment")
    public record Sync(
            @Named String environment,

            @Doc("Charts that it installs there; empty means all") @Default("[]")
            List<String> applications,

            @Doc("Whether a change in Git is brought in without a click (syncPolicy.automated)") @Default("false")
            boolean automated,

            @Doc("Whether a change in the cluster is undone; needs automated") @Default("false")
            boolean selfHeal,

            @Doc("Whether what Git no longer names is deleted; needs automated") @Default("false")
            boolean prune,

            @Doc("When it may and may not sync") @Default("[]")
            List<SyncWindow> windows) {

        /** @throws IllegalArgumentException if selfHeal or prune stands without automated */
        public Sync {
            applications = List.copyOf(applications);
            windows = List.copyOf(windows);
            if (selfHeal && !automated) {
                throw new IllegalArgumentException("selfHeal needs automated: true");
            }
            if (prune && !automated) {
                throw new IllegalArgumentException("prune needs automated: true");
            }
        }
    }

    /** @throws IllegalArgumentException if it would never look */
    public GitOps {
        environments = List.copyOf(environments);
        if (reconcileInterval.isZero() && !webhook) {
            throw new IllegalArgumentException("reconcileInterval is longer than 0s unless a webhook tells of pushes");
        }
    }

    /** The sync policy of an environment. */
    public Optional<Sync> sync(String environment) {
        return environments.stream()
                .filter(sync -> sync.environment().equals(environment))
                .findFirst();
    }
}
