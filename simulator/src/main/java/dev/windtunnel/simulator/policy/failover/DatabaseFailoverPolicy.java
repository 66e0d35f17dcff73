package dev.windtunnel.simulator.policy.failover;

import dev.windtunnel.model.database.Deployment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What RDS for PostgreSQL does when an availability zone is lost (RDS-02, RDS-05, RDS-08, RDS-11).
 *
 * <p>The lengths are estimates around AWS's "60 to 120 seconds": the outage is Tri(60, 75, 120) s and in 5 % of cases Tri(120,
 * 180, 300) s; of it U(20, 50) s pass before RDS notices and the last U(0, 5) s before its DNS name follows. Clients then still
 * wait for the record's time to live (RDS-06) and must reconnect (RDS-07); that is theirs, not this policy's.
 */
public final class DatabaseFailoverPolicy {

    /** Writes take so much longer while a new standby is built (RDS-08, estimate). */
    public static final double WRITE_FACTOR_WITHOUT_STANDBY = 1.3;

    private static final double NANOS = 1e9;
    private static final double SLOW_SHARE = 0.05;
    private static final double REBUILD_MEDIAN_SECONDS = 20 * 60;
    private static final double REBUILD_SIGMA = 0.7;

    private DatabaseFailoverPolicy() {}

    /**
     * Plans what follows from the loss of a zone.
     *
     * @param placement where the copies stand at the moment of the loss
     * @param lostZone the lost zone
     * @param lostNanos when it was lost
     * @param zoneBackNanos when it will be back, or {@link FailoverPlan#NEVER}
     * @param rebuildFactor how much longer than for a small database a new standby takes, 1 for a small one
     * @param draws the luck of this failover
     * @throws IllegalArgumentException if the zone is back before it was lost, or the factor is not positive
     */
    public static FailoverPlan onZoneLoss(
            DatabasePlacement placement,
            String lostZone,
            long lostNanos,
            long zoneBackNanos,
            double rebuildFactor,
            FailoverDraws draws) {
        if (zoneBackNanos < lostNanos || !(rebuildFactor > 0)) {
            throw new IllegalArgumentException(
                    "zoneBackNanos is not before lostNanos and rebuildFactor is positive, found " + zoneBackNanos + ", "
                            + lostNanos + " and " + rebuildFactor);
        }
        Loss loss = new Loss(lostZone, lostNanos, zoneBackNanos, rebuildFactor, draws);
        @Nullable String standbyZone = placement.standbyZone();
        if (lostZone.equals(placement.primaryZone())) {
            return standbyZone == null ? onlyCopyLost(placement, loss) : primaryLost(placement, standbyZone, loss);
        }
        return lostZone.equals(standbyZone)
                ? standbyLost(placement, loss)
                : new FailoverPlan(FailoverPlan.Impact.NONE, List.of(), placement);
    }

    private record Loss(String zone, long atNanos, long zoneBackNanos, double rebuildFactor, FailoverDraws draws) {

        /** U(20, 50) s after the loss. */
        long detectedNanos() {
            return atNanos + nanos(Quantile.uniform(20, 50, draws.detect()));
        }

        double outageSeconds() {
            return draws.slow() < SLOW_SHARE
                    ? Quantile.triangular(120, 180, 300, draws.total())
                    : Quantile.triangular(60, 75, 120, draws.total());
        }
    }

    private static FailoverPlan primaryLost(DatabasePlacement before, String promotedZone, Loss loss) {
        return loss.zoneBackNanos() <= loss.detectedNanos()
                ? backUnnoticed(before, loss)
                : promoted(before, promotedZone, loss);
    }

    /** The zone answers again before RDS has noticed: no failover, only broken connections. */
    private static FailoverPlan backUnnoticed(DatabasePlacement before, Loss loss) {
        return new FailoverPlan(
                FailoverPlan.Impact.PRIMARY,
                List.of(
                        new FailoverPlan.Step(
                                loss.atNanos(),
                                DatabaseState.UNREACHABLE,
                                loss.zone(),
                                "the primary stood in lost zone " + loss.zone()),
                        new FailoverPlan.Step(
                                loss.zoneBackNanos(),
                                DatabaseState.AVAILABLE,
                                loss.zone(),
                                "zone " + loss.zone() + " was back before RDS noticed its loss")),
                before);
    }

    private static FailoverPlan promoted(DatabasePlacement before, String promotedZone, Loss loss) {
        long servingNanos = loss.atNanos() + nanos(loss.outageSeconds());
        long promotedNanos =
                servingNanos - nanos(Quantile.uniform(0, 5, loss.draws().dns()));
        return new FailoverPlan(
                FailoverPlan.Impact.PRIMARY,
                List.of(
                        new FailoverPlan.Step(
                                loss.atNanos(),
                                DatabaseState.UNREACHABLE,
                                loss.zone(),
                                "the primary stood in lost zone " + loss.zone()),
                        new FailoverPlan.Step(
                                loss.detectedNanos(),
                                DatabaseState.PROMOTING,
                                loss.zone(),
                                "RDS found the primary silent and promotes the standby in zone " + promotedZone),
                        new FailoverPlan.Step(
                                promotedNanos,
                                DatabaseState.PROMOTED,
                                loss.zone(),
                                "the standby in zone " + promotedZone + " is promoted and has recovered"),
                        new FailoverPlan.Step(
                                servingNanos,
                                DatabaseState.AVAILABLE_WITHOUT_STANDBY,
                                promotedZone,
                                "the endpoint's name leads to the new primary in zone " + promotedZone),
                        rebuilt(before, promotedZone, servingNanos, loss)),
                placement(before, promotedZone, loss));
    }

    private static FailoverPlan standbyLost(DatabasePlacement before, Loss loss) {
        return new FailoverPlan(
                FailoverPlan.Impact.STANDBY,
                List.of(
                        new FailoverPlan.Step(
                                loss.atNanos(),
                                DatabaseState.AVAILABLE_WITHOUT_STANDBY,
                                before.primaryZone(),
                                "the standby stood in lost zone " + loss.zone()),
                        rebuilt(before, before.primaryZone(), loss.detectedNanos(), loss)),
                placement(before, before.primaryZone(), loss));
    }

    /** A subnet group of two zones has no spare one: then the new standby waits for the lost zone. */
    private static FailoverPlan.Step rebuilt(DatabasePlacement before, String primaryZone, long fromNanos, Loss loss) {
        String standbyZone = before.spareZone(primaryZone, loss.zone()).orElse(loss.zone());
        long startNanos = standbyZone.equals(loss.zone()) ? Math.max(fromNanos, loss.zoneBackNanos()) : fromNanos;
        long lengthNanos = nanos(loss.rebuildFactor()
                * Quantile.logNormal(
                        REBUILD_MEDIAN_SECONDS, REBUILD_SIGMA, loss.draws().rebuild()));
        return new FailoverPlan.Step(
                startNanos == FailoverPlan.NEVER ? FailoverPlan.NEVER : startNanos + lengthNanos,
                DatabaseState.AVAILABLE,
                primaryZone,
                "a new standby in zone " + standbyZone + " is in step");
    }

    private static DatabasePlacement placement(DatabasePlacement before, String primaryZone, Loss loss) {
        return new DatabasePlacement(
                before.deployment(),
                primaryZone,
                before.spareZone(primaryZone, loss.zone()).orElse(loss.zone()),
                before.subnetZones());
    }

    private static FailoverPlan onlyCopyLost(DatabasePlacement before, Loss loss) {
        boolean returns = loss.zoneBackNanos() != FailoverPlan.NEVER;
        long servingNanos = returns
                ? loss.zoneBackNanos()
                        + nanos(60 * Quantile.uniform(5, 15, loss.draws().recover()))
                : FailoverPlan.NEVER;
        DatabaseState after = before.deployment() == Deployment.SINGLE_AZ
                ? DatabaseState.AVAILABLE
                : DatabaseState.AVAILABLE_WITHOUT_STANDBY;
        return new FailoverPlan(
                FailoverPlan.Impact.ONLY_COPY,
                List.of(
                        new FailoverPlan.Step(
                                loss.atNanos(),
                                DatabaseState.UNREACHABLE,
                                loss.zone(),
                                "the only copy stood in lost zone " + loss.zone()),
                        new FailoverPlan.Step(
                                loss.zoneBackNanos(),
                                DatabaseState.RECOVERING,
                                loss.zone(),
                                "zone " + loss.zone() + " is back"),
                        new FailoverPlan.Step(
                                servingNanos,
                                after,
                                loss.zone(),
                                "the instance started in its zone and has recovered")),
                before);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS);
    }
}
