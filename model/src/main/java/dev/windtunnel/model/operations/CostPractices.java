package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done about cost again and again (S63 to S65, S79). Budgets are the organization's. */
@Doc("What is done about cost again and again")
public record CostPractices(
        @Doc("Whether Cost Explorer is on (S63)") @Default("false")
        boolean costExplorer,

        @Doc("Reviews of requests and instance sizes; absent means none (S65)") @Nullable RightSizing rightSizing,

        @Doc("Commitments, by name (S64)") @Default("{}") List<Commitment> commitments,

        @Doc("Time that the baseline has to be stable before a commitment is made (R-CST-01)") @Default("30d")
        Duration stableFor,

        @Doc("What moves work to Spot and back; absent means nothing beside the node pools (S65)") @Nullable SpotOrchestration spot,

        @Doc("What looks for savings by itself; absent means nothing (S79)") @Nullable CostPipeline pipeline) {

    /** A review of sizes against use (S65, R-CST-02). */
    @Doc("A review of sizes against use")
    public record RightSizing(
            @Doc("When, five cron fields in UTC") Schedule schedule,

            @Doc("What says the use: compute-optimizer, prometheus or windtunnel") @Default("compute-optimizer")
            Source source,

            @Doc("Time of use that is looked at; 14d is Compute Optimizer's default") @Default("14d")
            Duration lookback,

            @Doc("Percentile of the use that requests are held against (R-CST-02)") @Default("95%")
            Share percentile) {

        /** What says the use. */
        public enum Source {
            /** AWS Compute Optimizer. */
            COMPUTE_OPTIMIZER,
            /** Metrics of the pods. */
            PROMETHEUS,
            /** Simulation. */
            WINDTUNNEL
        }
    }

    /** What moves work to Spot and back (S65, S79). */
    @Doc("What moves work to Spot and back")
    public record SpotOrchestration(
            @Doc("Share of the replaceable work that runs on Spot") @Default("100%")
            Share target,

            @Doc("Workloads that may run on Spot; empty means those whose node pools do") @Default("[]")
            List<String> workloads,

            @Doc("Whether work moves to On-Demand when no Spot is to be had") @Default("true")
            boolean fallBackToOnDemand) {

        /** Copies the list. */
        public SpotOrchestration {
            workloads = List.copyOf(workloads);
        }
    }

    /** What looks for savings by itself (S79). */
    @Doc("What looks for savings by itself")
    public record CostPipeline(
            @Doc("When, five cron fields in UTC") Schedule schedule,

            @Doc(
                    "What it does, in order: right-sizing, spot, commitments, budget-alerts, idle-resources, storage-classes")
            List<Step> steps,

            @Doc("Repository in which it asks for changes; absent means that it only tells") @Nullable String repository,

            @Doc("Notifications that tell the outcome") @Default("[]")
            List<String> notifications) {

        /** A thing that it does. */
        public enum Step {
            /** Fit requests and classes to use. */
            RIGHT_SIZING,
            /** Choose types and zones for Spot. */
            SPOT,
            /** Propose commitments. */
            COMMITMENTS,
            /** Compare forecast and budgets. */
            BUDGET_ALERTS,
            /** Find what nobody uses. */
            IDLE_RESOURCES,
            /** Move objects to cheaper classes. */
            STORAGE_CLASSES
        }

        /** @throws IllegalArgumentException without steps */
        public CostPipeline {
            steps = List.copyOf(steps);
            notifications = List.copyOf(notifications);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps is not empty");
            }
        }
    }

    /** Copies the list. */
    public CostPractices {
        commitments = List.copyOf(commitments);
    }

    /** Nothing is done. */
    public CostPractices() {
        this(false, null, List.of(), Duration.ofDays(30), null, null);
    }
}
