package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node's label must be, as Karpenter's requirements and node affinity say it (Kubernetes sheet, section 11.1): a
 * label that is missing meets {@code not-in} and {@code does-not-exist} only.
 */
@Doc("What a node's label must be")
public record LabelRequirement(
        @Doc("Label, such as karpenter.k8s.aws/instance-generation")
        String key,

        @Doc("in, not-in, exists, does-not-exist, gt or lt") Operator operator,

        @Doc("Values to compare with; one whole number for gt and lt, none for exists and does-not-exist")
        @Default("[]")
        List<String> values,

        @Doc("Fewest different values that a launch must leave open (Karpenter); absent means no bound") @Nullable Integer minValues) {

    /** How the label is compared. */
    public enum Operator {
        /** One of the values. */
        IN,
        /** None of the values. */
        NOT_IN,
        /** Any value. */
        EXISTS,
        /** No such label. */
        DOES_NOT_EXIST,
        /** A whole number above the value. */
        GT,
        /** A whole number below the value. */
        LT
    }

    /** @throws IllegalArgumentException if the operator and the values do not go together */
    public LabelRequirement {
        values = List.copyOf(values);
        switch (operator) {
            case IN, NOT_IN -> {
                if (values.isEmpty()) {
                    throw new IllegalArgumentException("values holds at least one value for in and not-in");
                }
            }
            case EXISTS, DOES_NOT_EXIST -> {
                if (!values.isEmpty()) {
                    throw new IllegalArgumentException("values is empty for exists and does-not-exist");
                }
            }
            case GT, LT -> {
                if (values.size() != 1 || !isWhole(values.getFirst())) {
                    throw new IllegalArgumentException(
                            "values holds one whole number for gt and lt, found " + String.join(", ", values));
                }
            }
        }
        if (minValues != null && (minValues < 1 || minValues > 50)) {
            throw new IllegalArgumentException("minValues lies between 1 and 50, found " + minValues);
        }
    }

    /** Whether a node meets it whose label has this value; null for a node without the label. */
    public boolean isMetBy(@Nullable String value) {
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GT -> value != null && isWhole(value) && Long.parseLong(value) > Long.parseLong(values.getFirst());
            case LT -> value != null && isWhole(value) && Long.parseLong(value) < Long.parseLong(values.getFirst());
        };
    }

    private static boolean isWhole(String text) {
        return text.matches("[0-9]{1,15}");
    }
}
