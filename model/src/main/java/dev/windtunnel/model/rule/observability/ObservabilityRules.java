package dev.windtunnel.model.rule.observability;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class ObservabilityRules {

    private static final List<DesignRule> ALL =
            List.of(new ObjectivesWakeSomebody(), new SinksForAllSignals(), new LogBucketsAge());

    private ObservabilityRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
