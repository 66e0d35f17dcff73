package dev.windtunnel.model.compute.scaling;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/**
 * The pace of a HorizontalPodAutoscaler. Without one a step up is at most the double, or 4 pods, and a step down is not bounded
 * (Kubernetes sheet, section 1.5).
 */
@Doc("Pace of the autoscaler")
public record ScalingBehavior(
        @Doc("How fast pods are added") @Default("{}") ScaleUp scaleUp,
        @Doc("How fast pods are removed") @Default("{}") ScaleDown scaleDown) {}
