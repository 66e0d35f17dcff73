package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.CountOrShare;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How pods of the new version take the place of the old ones (S33, S61; Kubernetes sheet, sections 9 and 10, whose defaults these are). */
@Choice
@Doc("How new pods take the place of old ones: rollingUpdate, recreate, canary or blueGreen")
public sealed interface Strategy {

    /**
     * Pods of a new version that may stand beside so many old ones while it is released: the surge of a rolling update; the
     * whole number for blue-green and for a canary behind a traffic router, whose old pods stay until the last step is done.
     */
    int podsBeside(int replicas);

    /** A Deployment's RollingUpdate. */
    @Tag("rollingUpdate")
    @Doc("New pods first, old pods after them, a few at a time")
    record RollingUpdate(
            @Doc("Pods beyond the wanted number, a share rounded up") @Default("25%")
            CountOrShare maxSurge,

            @Doc("Pods below the wanted number, a share rounded down") @Default("25%")
            CountOrShare maxUnavailable)
            implements Strategy {

        /** @throws IllegalArgumentException if nothing could ever move */
        public RollingUpdate {
            canMove(maxSurge, maxUnavailable);
        }

        /** Pods that may be missing of so many; Kubernetes grants 1 where both come to nothing. */
        public int unavailableOf(int replicas) {
            int unavailable = maxUnavailable.roundedDown(replicas);
            return unavailable == 0 && surgeOf(replicas) == 0 ? 1 : unavailable;
        }

        /** Pods beyond so many. */
        public int surgeOf(int replicas) {
            return maxSurge.roundedUp(replicas);
        }

        @Override
        public int podsBeside(int replicas) {
            return surgeOf(replicas);
        }
    }

    /** A Deployment's Recreate. */
    @Tag("recreate")
    @Doc("All old pods go before the first new one comes")
    record Recreate() implements Strategy {

        @Override
        public int podsBeside(int replicas) {
            return 0;
        }
    }

    /** Argo Rollouts' canary. */
    @Tag("canary")
    @Doc("The new version gets a growing share of the traffic (Argo Rollouts)")
    record Canary(
            @Doc("Steps, in order; after the last the new version has all traffic")
            List<CanaryStep> steps,

            @Doc("Who divides the traffic: none (by the number of pods), alb or istio") @Default("none")
            TrafficRouting trafficRouting,

            @Doc("Analysis beside the steps; absent means none") @Nullable Analysis analysis,

            @Doc("Step, counted from 1, with which the analysis beside the steps begins") @Default("1")
            int analysisFromStep,

            @Doc("Pods beyond the wanted number, a share rounded up") @Default("25%")
            CountOrShare maxSurge,

            @Doc("Pods below the wanted number, a share rounded down") @Default("25%")
            CountOrShare maxUnavailable,

            @Doc("Whether the old version shrinks while the new one grows; with trafficRouting only") @Default("false")
            boolean dynamicStableScale,

            @Doc("Time that the old version stays after the last step; with trafficRouting only") @Default("30s")
            Duration scaleDownDelay,

            @Doc("Time that the new version stays after an abort; with trafficRouting only") @Default("30s")
            Duration abortScaleDownDelay)
            implements Strategy {

        /** Who divides the traffic. */
        public enum TrafficRouting {
            /** Nobody: the share is that of the pods. */
            NONE,
            /** The load balancer's weighted target groups. */
            ALB,
            /** Istio. */
            ISTIO
        }

        /** @throws IllegalArgumentException without steps, or with settings that need a traffic router */
        public Canary {
            steps = List.copyOf(steps);
            canMove(maxSurge, maxUnavailable);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps holds at least one step");
            }
            if (analysisFromStep < 1 || analysisFromStep > steps.size()) {
                throw new IllegalArgumentException("analysisFromStep lies between 1 and the number of steps, "
                        + steps.size() + ", found " + analysisFromStep);
            }
            if (trafficRouting == TrafficRouting.NONE && dynamicStableScale) {
                throw new IllegalArgumentException("dynamicStableScale needs trafficRouting");
            }
            boolean setsScale = steps.stream().anyMatch(step -> step instanceof CanaryStep.SetCanaryScale);
            if (trafficRouting == TrafficRouting.NONE && setsScale) {
                throw new IllegalArgumentException("steps hold setCanaryScale, which needs trafficRouting");
            }
        }

        @Override
        public int podsBeside(int replicas) {
            if (trafficRouting == TrafficRouting.NONE) {
                return maxSurge.roundedUp(replicas);
            }
            return dynamicStableScale ? CountOrShare.ofPercent(largestStep()).roundedUp(replicas) : replicas;
        }

        /** Percent by which the new version grows at once, before the old one shrinks by as much. */
        private int largestStep() {
            int weight = 0;
            int largest = 0;
            for (CanaryStep step : steps) {
                if (step instanceof CanaryStep.SetWeight next) {
                    largest = Math.max(largest, next.percent() - weight);
                    weight = next.percent();
                }
            }
            return Math.max(largest, 100 - weight);
        }

        /** Whether anything measured can abort it. */
        public boolean isAnalyzed() {
            return analysis != null || steps.stream().anyMatch(step -> step instanceof CanaryStep.Analyze);
        }
    }

    /** Argo Rollouts' blue-green. */
    @Tag("blueGreen")
    @Doc("The new version stands beside the old one, then gets all traffic at once (Argo Rollouts)")
    record BlueGreen(
            @Doc("Whether it gets the traffic without somebody's promotion") @Default("true")
            boolean autoPromotion,

            @Doc("Time it stands ready before it gets the traffic by itself; absent means none") @Nullable Duration autoPromotionAfter,

            @Doc("Pods of the new version before the switch; absent means as many as the old one's") @Nullable Integer previewReplicaCount,

            @Doc("Time that the old version stays after the switch") @Default("30s")
            Duration scaleDownDelay,

            @Doc("Time that the new version stays after an abort") @Default("30s")
            Duration abortScaleDownDelay,

            @Doc("Analysis before the switch; absent means none") @Nullable Analysis prePromotionAnalysis,

            @Doc("Analysis after the switch; absent means none") @Nullable Analysis postPromotionAnalysis)
            implements Strategy {

        /** @throws IllegalArgumentException if there would be no new pods */
        public BlueGreen {
            if (previewReplicaCount != null && previewReplicaCount < 1) {
                throw new IllegalArgumentException("previewReplicaCount is at least 1, found " + previewReplicaCount);
            }
        }

        @Override
        public int podsBeside(int replicas) {
            return replicas;
        }

        /** Whether anything measured can abort it. */
        public boolean isAnalyzed() {
            return prePromotionAnalysis != null || postPromotionAnalysis != null;
        }
    }

    private static void canMove(CountOrShare maxSurge, CountOrShare maxUnavailable) {
        boolean isZero = maxSurge.roundedUp(100) == 0 && maxUnavailable.roundedUp(100) == 0;
        if (isZero) {
            throw new IllegalArgumentException("maxUnavailable and maxSurge are not both 0: nothing could ever move");
        }
    }
}
