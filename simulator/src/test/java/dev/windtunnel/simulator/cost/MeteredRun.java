package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Replicas;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Shutdown;
import dev.windtunnel.model.compute.Startup;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.ZoneSpread;
import dev.windtunnel.model.database.Database;
import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.model.edge.DnsName;
import dev.windtunnel.model.edge.HealthCheck;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.network.NatPlacement;
import dev.windtunnel.model.network.Vpc;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.Organization;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Cidr;
import dev.windtunnel.model.unit.CpuQuantity;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.ReadsFrom;
import dev.windtunnel.simulator.result.EngineCounts;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import dev.windtunnel.simulator.result.Ledger.Unit;
import dev.windtunnel.simulator.result.Ledger.Usage;
import dev.windtunnel.simulator.result.Provenance;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.TimeAxis;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Builds a run of account {@code prod} from what it metered. A month unless said otherwise. */
final class MeteredRun {

    static final long GIB = 1L << 30;
    static final Duration MONTH = Duration.ofHours(730);

    private final List<Usage> usages = new ArrayList<>();
    private final List<LoadBalancerHour> hours = new ArrayList<>();
    private Duration duration = MONTH;
    private String environment = "prod";

    MeteredRun lasting(Duration duration) {
        this.duration = duration;
        return this;
    }

    MeteredRun of(String environment) {
        this.environment = environment;
        return this;
    }

    MeteredRun time(Item item, String resource, Duration time) {
        usages.add(new Usage("prod", item, resource, time.toNanos(), Unit.NANOSECONDS));
        return this;
    }

    MeteredRun storage(Item item, String resource, long gib, Duration time) {
        usages.add(new Usage("prod", item, resource, gib * time.toNanos(), Unit.GIB_NANOSECONDS));
        return this;
    }

    MeteredRun bytes(Item item, long bytes) {
        usages.add(new Usage("prod", item, "", bytes, Unit.BYTES));
        return this;
    }

    MeteredRun usage(Usage usage) {
        usages.add(usage);
        return this;
    }

    MeteredRun hour(LoadBalancerHour hour) {
        hours.add(hour);
        return this;
    }

    RunResult result() {
        Provenance provenance = new Provenance(
                1, "0", "test", "Test", environment, "prod", "us-east-1", 7, "", "", List.of(), List.of());
        return new RunResult(
                provenance,
                new TimeAxis(Instant.EPOCH, ZoneOffset.UTC, duration),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Ledger(usages, hours),
                new EngineCounts(0, 0));
    }

    static Architecture architecture() {
        Organization organization = new Organization(
                "Innovate Inc.",
                List.of(
                        new Account("shared", Account.Purpose.SHARED_SERVICES, List.of()),
                        new Account("dev", Account.Purpose.ENVIRONMENT, List.of()),
                        new Account("prod", Account.Purpose.ENVIRONMENT, List.of())));
        Endpoint endpoint = new Endpoint(
                "index",
                "web",
                "GET",
                "/",
                Share.ALL,
                new Distribution.Fixed(0.001),
                0,
                new Distribution.Fixed(0),
                false,
                ByteSize.parse("1KB"),
                ByteSize.parse("8KB"),
                0,
                ReadsFrom.PRIMARY,
                null,
                Share.NONE,
                List.of());
        return new Architecture("Test", "us-east-1", organization, List.of(environment()), List.of(endpoint));
    }

    private static Environment environment() {
        Resources small = new Resources(CpuQuantity.parse("250m"), ByteSize.parse("256Mi"));
        NodePool pool = new NodePool(
                "base",
                CapacityType.ON_DEMAND,
                List.of("m6i.large"),
                1,
                null,
                0,
                Duration.ofSeconds(30),
                ByteSize.parse("50Gi"));
        Workload web = new Workload(
                "web",
                "default",
                new Replicas(1, 1),
                null,
                small,
                small,
                new Server.Nginx(1, 1024, 511, Duration.ofSeconds(75)),
                List.of(),
                ZoneSpread.NONE,
                null,
                new Startup(ByteSize.parse("60MB"), new Distribution.Fixed(1), Duration.ofSeconds(10)),
                new Shutdown(Duration.ZERO, Duration.ofSeconds(30)),
                null);
        AvailabilityZone zone = new AvailabilityZone(
                "a", Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.1.0/24"), Cidr.parse("10.0.2.0/24"));
        return new Environment(
                "prod",
                "prod",
                new Vpc(Cidr.parse("10.0.0.0/16"), List.of(zone), NatPlacement.PER_ZONE),
                new DnsName("example.org", Duration.ofSeconds(60)),
                LoadBalancer.inTurns(
                        true,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(300),
                        true,
                        new HealthCheck("/", Duration.ofSeconds(15), Duration.ofSeconds(5), 2, 2)),
                new Cluster("1.33", List.of(pool), small),
                List.of(web),
                new Database(
                        "db.m6g.large",
                        Deployment.SINGLE_AZ,
                        "a",
                        null,
                        ByteSize.parse("20Gi"),
                        null,
                        12,
                        Duration.ofSeconds(5),
                        List.of(),
                        null));
    }
}
