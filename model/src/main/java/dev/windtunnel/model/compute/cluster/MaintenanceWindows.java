package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.WeeklyWindow;
import org.jspecify.annotations.Nullable;

/** When the cluster is worked on (S34). */
@Doc("When the cluster is worked on")
public record MaintenanceWindows(
        @Doc(
                "Window for upgrades of the Kubernetes version, such as 'sun:03:00-sun:06:00 America/New_York'; absent means at any time")
        @Nullable WeeklyWindow upgrade,

        @Doc("Window for new node images; absent means at any time") @Nullable WeeklyWindow amiRefresh,

        @Doc(
                "Nodes that are added before others go; absent means EKS' own: twice the zones, or maxUnavailable if that is more")
        @Nullable Integer surge) {

    /** @throws IllegalArgumentException if surge is below 1 */
    public MaintenanceWindows {
        if (surge != null && surge < 1) {
            throw new IllegalArgumentException("surge is at least 1, found " + surge);
        }
    }

    /** No window: at any time. */
    public static MaintenanceWindows anyTime() {
        return new MaintenanceWindows(null, null, null);
    }
}
