package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.database.BackupCopy;
import dev.windtunnel.model.database.CrossRegionReplica;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.GlobalSecondary;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryPattern;
import dev.windtunnel.model.resilience.RecoveryRegion;
import dev.windtunnel.model.storage.Bucket;
import dev.windtunnel.model.storage.Replication;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The regions that an environment would be brought back in, with what lies there today (S46, S71, S76).
 *
 * <p>Ids: {@code region.<name>}, {@code recovery.<region>}, {@code backups.<region>}, {@code replica.<region>}, {@code secondary.<region>}, {@code
 * buckets.<region>}, {@code standby.<region>}.
 */
final class RecoveryRegions {

    private final Architecture architecture;
    private final Environment environment;
    private final List<Edge> edges = new ArrayList<>();

    RecoveryRegions(Architecture architecture, Environment environment) {
        this.architecture = architecture;
        this.environment = environment;
    }

    /** Whether something runs there before the disaster. */
    static boolean isAlive(RecoveryPattern pattern) {
        return switch (pattern) {
            case NONE, BACKUP_RESTORE -> false;
            case PILOT_LIGHT, WARM_STANDBY, ACTIVE_ACTIVE -> true;
        };
    }

    /** The pattern, and how much of the environment runs there. */
    static String words(Recovery recovery, RecoveryRegion region) {
        String pattern = Words.of(recovery.pattern());
        return region.scale().value() > 0 ? pattern + ", " + region.scale() + " of it runs" : pattern;
    }

    /** A group for each region, in the order of the file; none without a recovery plan. */
    List<Element> groups() {
        Recovery recovery = environment.recovery();
        List<Element> groups = new ArrayList<>();
        if (recovery != null) {
            for (RecoveryRegion region : recovery.regions()) {
                groups.add(new Group(
                        "region." + region.region(),
                        GroupKind.REGION,
                        region.region(),
                        "recovery region",
                        Arrangement.CELLS,
                        content(recovery, region)));
            }
        }
        return groups;
    }

    /** From what is copied to its copies; to be asked after {@link #groups()}. */
    List<Edge> edges() {
        return List.copyOf(edges);
    }

    private static Node plan(Recovery recovery, RecoveryRegion region) {
        List<String> lines = new ArrayList<>(List.of(Words.capitalized(recovery.pattern())));
        Duration rto = recovery.rto();
        Duration rpo = recovery.rpo();
        if (rto != null && rpo != null) {
            lines.add("RTO " + Durations.print(rto) + ", RPO " + Durations.print(rpo));
        }
        return new Node("recovery." + region.region(), NodeKind.REGION, lines);
    }

    private List<Element> content(Recovery recovery, RecoveryRegion region) {
        String name = region.region();
        List<Element> content = new ArrayList<>(List.of(plan(recovery, region)));
        Database database = environment.database();
        for (BackupCopy copy : database.backups().copies()) {
            if (copy.region().equals(name)) {
                String kind = Words.of(copy.method());
                add(
                        content,
                        "backups." + name,
                        NodeKind.BACKUP,
                        "RDS " + kind,
                        "kept " + Durations.print(copy.retention()));
                edges.add(copied("backups." + name, "copies"));
            }
        }
        for (CrossRegionReplica replica : database.crossRegionReplicas()) {
            if (replica.region().equals(name)) {
                String type = replica.instanceClass();
                add(content, "replica." + name, NodeKind.DATABASE, "RDS replica", type == null ? "" : type);
                edges.add(copied("replica." + name, "async"));
            }
        }
        if (database.aurora() != null) {
            for (GlobalSecondary secondary : database.aurora().secondaries()) {
                if (secondary.region().equals(name)) {
                    String readers = EnvironmentParts.counted(secondary.readers(), "reader");
                    add(content, "secondary." + name, NodeKind.DATABASE, "Aurora Global secondary", readers);
                    edges.add(copied("secondary." + name, "storage"));
                }
            }
        }
        List<String> buckets = replicated(name);
        if (!buckets.isEmpty()) {
            add(content, "buckets." + name, NodeKind.BUCKET, "S3 replicas", Words.list(buckets, "bucket"));
        }
        if (region.scale().value() > 0) {
            String version = environment.cluster().version();
            add(content, "standby." + name, NodeKind.CLUSTER, "EKS " + version, region.scale() + " of the pods");
        }
        return content;
    }

    private static void add(List<Element> to, String id, NodeKind kind, String name, String fact) {
        to.add(new Node(id, kind, fact.isEmpty() ? List.of(name) : List.of(name, fact)));
    }

    private static Edge copied(String to, String label) {
        return new Edge("database.primary", to, EdgeKind.SOLID, label, true);
    }

    /** Buckets of the environment's account that are copied there. */
    private List<String> replicated(String region) {
        List<String> names = new ArrayList<>();
        for (Bucket bucket : architecture.buckets()) {
            Replication replication = bucket.replication();
            if (replication != null
                    && region.equals(replication.region())
                    && environment.account().equals(bucket.account())) {
                names.add(bucket.name());
            }
        }
        return names;
    }
}
