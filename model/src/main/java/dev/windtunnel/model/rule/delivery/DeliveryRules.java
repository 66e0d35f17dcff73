package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class DeliveryRules {

    private static final List<DesignRule> ALL = List.of(
            new ImagesCheckedBeforePush(),
            new ImagesThatNeverChange(),
            new SignaturesVerified(),
            new OnlyGitOpsWrites(),
            new WayBackInTime());

    private DeliveryRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
