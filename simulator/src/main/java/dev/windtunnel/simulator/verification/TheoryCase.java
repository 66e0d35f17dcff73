package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import java.util.List;

/**
 * A case as its file states it.
 *
 * @param id unique among the cases
 * @param family decides who understands its model
 * @param root the whole file
 */
record TheoryCase(String id, String family, JsonValue root, List<Expected> expected) {

    /** What stands for equality: the rounding of a reference with twelve digits. */
    private static final double SMALLEST = 1e-12;

    /** Copies. */
    TheoryCase {
        expected = List.copyOf(expected);
    }

    /** Reads what all theory cases have in common. */
    static TheoryCase read(JsonValue root) {
        List<Expected> expected =
                root.get("expected").elements().stream().map(TheoryCase::metric).toList();
        if (expected.isEmpty()) {
            throw root.get("expected").expected("at least one metric");
        }
        if (!root.get("model").isObject()) {
            throw root.get("model").expected("an object");
        }
        return new TheoryCase(root.get("id").text(), root.get("family").text(), root, expected);
    }

    private static Expected metric(JsonValue metric) {
        return new Expected(metric.get("metric").text(), metric.get("value").number(), tolerance(metric));
    }

    private static Tolerance tolerance(JsonValue metric) {
        if (metric.has("tolerance_rel")) {
            double share = metric.get("tolerance_rel").number();
            if (share < 0) {
                throw metric.get("tolerance_rel").expected("a number from 0 on");
            }
            return new Tolerance.Relative(Math.max(SMALLEST, share));
        }
        if (!metric.has("tolerance")) {
            throw metric.rejected("'tolerance_rel' or 'tolerance' is missing", null);
        }
        String text = metric.get("tolerance").text();
        if (text.equals("reference-only")) {
            return new Tolerance.ReferenceOnly();
        }
        if (text.contains("own") && text.contains("interval")) {
            return new Tolerance.OwnInterval();
        }
        if (text.startsWith("exact")) {
            return new Tolerance.Relative(SMALLEST);
        }
        throw metric.get("tolerance").expected("'reference-only', 'exact', or a text that names the own 99% interval");
    }

    JsonValue model() {
        return root.get("model");
    }
}
