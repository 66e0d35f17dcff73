package dev.windtunnel.model.rule.recovery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.Aurora;
import dev.windtunnel.model.database.BackupCopy;
import dev.windtunnel.model.database.CrossRegionReplica;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.GlobalSecondary;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.TrafficManagement;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recovery takes and loses, by the steps of its pattern. Times are the fact sheet's; where it has a range, the longer
 * end, because a target is a promise. What the simulation of a drill says is more exact; what is out of reach here stays so.
 *
 * @param time until users are served again
 * @param steps that the time is made of, in words
 * @param loss writes that are lost, as time before the fault; null if nothing is there to come back to
 * @param source of what comes back, in words
 */
record Reach(Duration time, String steps, @Nullable Duration loss, String source) {

    /** Network, cluster and nodes by Terraform and Argo CD, the long end of 30 to 60 minutes (DR-01). */
    private static final Duration BUILD = Duration.ofMinutes(60);

    /** Until a restored instance is available (RDS-53). */
    private static final Duration RESTORE = Duration.ofMinutes(15);

    /** A replica becomes a primary (RDS-29). */
    private static final Duration PROMOTE = Duration.ofMinutes(5);

    /** A secondary of an Aurora Global Database takes over (AUR-05). */
    private static final Duration AURORA_FAILOVER = Duration.ofMinutes(2);

    /** Compute is started beside data that is there, tens of minutes (DR-02). */
    private static final Duration START = Duration.ofMinutes(30);

    /** A smaller stack grows to full size, minutes (DR-03). */
    private static final Duration GROW = Duration.ofMinutes(10);

    /** Transaction logs are shipped that often (RDS-52). */
    private static final Duration LOGS = Duration.ofMinutes(5);

    /** Logs and their copy to the other region, the long end of 5 to 15 minutes (RDS-57, DR-01). */
    private static final Duration COPIED_LOGS = Duration.ofMinutes(15);

    /** A snapshot is copied at this rate, bytes per second (RDS-56, estimate). */
    private static final long COPY_RATE = 100L << 20;

    private record Step(String what, Duration time) {}

    /** Of an environment that says what it promises. */
    static Reach of(Environment environment, Recovery recovery) {
        Database database = environment.database();
        List<Step> steps = new ArrayList<>(decision(recovery));
        boolean isAurora = !secondaries(database).isEmpty();
        Step data = isAurora ? new Step("Aurora's failover", AURORA_FAILOVER) : new Step("promotion", PROMOTE);
        steps.addAll(
                switch (recovery.pattern()) {
                    case NONE -> List.of(new Step("restore", RESTORE));
                    case BACKUP_RESTORE -> List.of(new Step("building", BUILD), new Step("restore", RESTORE));
                    case PILOT_LIGHT -> List.of(data, new Step("starting compute", START));
                    case WARM_STANDBY -> List.of(data, new Step("growing", GROW));
                    case ACTIVE_ACTIVE -> List.of(data);
                });
        Duration time = steps.stream().map(Step::time).reduce(Duration.ZERO, Duration::plus);
        String words = String.join(
                " + ",
                steps.stream()
                        .map(step -> step.what() + " " + Durations.print(step.time()))
                        .toList());
        return switch (recovery.pattern()) {
            case NONE -> fromLogs(database, time, words);
            case BACKUP_RESTORE -> fromCopies(database, time, words);
            case PILOT_LIGHT, WARM_STANDBY, ACTIVE_ACTIVE -> fromReplicas(database, time, words);
        };
    }

    /** People decide to leave a region, unless something else does (DR-06). */
    private static List<Step> decision(Recovery recovery) {
        TrafficManagement traffic = recovery.traffic();
        return traffic == null || traffic.automatic()
                ? List.of()
                : List.of(new Step(
                        "decision",
                        Duration.ofMinutes(Math.round(traffic.decision().meanSeconds() / 60))));
    }

    private static Reach fromLogs(Database database, Duration time, String steps) {
        boolean canReplay = database.backups().hasPointInTimeRecovery();
        return new Reach(time, steps, canReplay ? LOGS : null, canReplay ? "transaction logs" : "no backup");
    }

    private static Reach fromCopies(Database database, Duration time, String steps) {
        Duration least = null;
        String source = "no copy of a backup";
        for (BackupCopy copy : database.backups().copies()) {
            boolean isLogs = copy.method() == BackupCopy.Method.AUTOMATED_BACKUPS;
            Duration copying =
                    Duration.ofSeconds(Math.ceilDiv(database.storage().bytes(), COPY_RATE));
            Duration loss = isLogs ? COPIED_LOGS : copy.interval().plus(copying);
            if (least == null || loss.compareTo(least) < 0) {
                least = loss;
                source = isLogs
                        ? "backups that follow to " + copy.region()
                        : "a snapshot every " + Durations.print(copy.interval()) + " + copying "
                                + Durations.print(copying) + " to " + copy.region();
            }
        }
        return new Reach(time, steps, least, source);
    }

    private static Reach fromReplicas(Database database, Duration time, String steps) {
        double least = Double.POSITIVE_INFINITY;
        for (CrossRegionReplica replica : database.crossRegionReplicas()) {
            least = Math.min(least, replica.lag().meanSeconds());
        }
        for (GlobalSecondary secondary : secondaries(database)) {
            least = Math.min(least, secondary.lag().meanSeconds());
        }
        boolean isThere = Double.isFinite(least);
        return new Reach(
                time,
                steps,
                isThere ? Duration.ofMillis(Math.round(least * 1000)) : null,
                isThere ? "a replica's lag" : "no replica there");
    }

    private static List<GlobalSecondary> secondaries(Database database) {
        Aurora aurora = database.aurora();
        return aurora == null ? List.of() : aurora.secondaries();
    }
}
