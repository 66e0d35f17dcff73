package dev.windtunnel.simulator.policy.failover;

import dev.windtunnel.model.database.Deployment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the database's copies stand now; after a failover they have moved.
 *
 * @param deployment single-AZ or Multi-AZ
 * @param primaryZone zone of the primary
 * @param standbyZone zone of the standby; absent for single-AZ, and for Multi-AZ while a standby is being built
 * @param subnetZones zones of the database's subnet group, in the order in which RDS would try them
 */
public record DatabasePlacement(
        Deployment deployment, String primaryZone, @Nullable String standbyZone, List<String> subnetZones) {

    /** Copies the zones. */
    public DatabasePlacement {
        subnetZones = List.copyOf(subnetZones);
    }

    /** Where a standby beside the primary could be built while a zone is lost. */
    Optional<String> spareZone(String primary, String lostZone) {
        return subnetZones.stream()
                .filter(zone -> !zone.equals(primary) && !zone.equals(lostZone))
                .findFirst();
    }
}
