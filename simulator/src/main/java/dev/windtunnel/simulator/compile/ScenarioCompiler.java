package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.edge.RateLimit;
import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.scenario.TimelineEntry;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From a checked scenario to numbers. Nothing here depends on the order in which things were declared. */
public final class ScenarioCompiler {

    private static final int FIRST_MINUTE = 60;

    private final LoadedScenario loaded;
    private final Environment environment;
    private final long seed;
    private final ClusterCompiler cluster;
    private final SurroundingsCompiler surroundings;

    private ScenarioCompiler(LoadedScenario loaded, Catalog catalog) {
        this.loaded = loaded;
        this.environment = loaded.environment();
        this.seed = loaded.scenario().seed();
        this.cluster = new ClusterCompiler(catalog, loaded.architecture().region());
        this.surroundings = new SurroundingsCompiler(loaded.architecture());
    }

    /** Compiles. The scenario has been checked: names resolve, moments lie inside it. */
    public static CompiledScenario compile(LoadedScenario loaded, Catalog catalog) {
        return new ScenarioCompiler(loaded, catalog).compile();
    }

    private CompiledScenario compile() {
        List<String> zones = environment.vpc().zones().stream()
                .map(AvailabilityZone::name)
                .sorted()
                .toList();
        List<Workload> workloads = environment.workloads().stream()
                .sorted(Comparator.comparing(Workload::name))
                .toList();
        List<String> workloadNames = workloads.stream().map(Workload::name).toList();
        List<Endpoint> endpoints = loaded.architecture().endpoints().stream()
                .sorted(Comparator.comparing(Endpoint::name))
                .toList();
        ArrivalsCompiler.Compiled compiled = arrivals(endpoints);
        double firstMinute = firstMinutePerSecond(compiled);
        CompiledDatabase database = cluster.compile(environment.database(), zones, dailyUsers());
        return new CompiledScenario(
                seed,
                loaded.scenario().duration().toNanos(),
                zones,
                workloads.stream()
                        .map(workload ->
                                WorkloadCompiler.compile(workload, busyCores(workload, endpoints, firstMinute)))
                        .toList(),
                endpoints(endpoints, workloadNames),
                compiled.arrivals(),
                clients(),
                balancer(),
                database,
                cluster.compile(environment, zones),
                roundTrips(zones),
                effects(zones),
                surroundings.compile(
                        zones,
                        database.primaryZone(),
                        environment.loadBalancer().targetGroup()));
    }

    private long dailyUsers() {
        return loaded.scenario().traffic() instanceof TrafficSource.Users users ? users.daily() : 0;
    }

    private List<CompiledEndpoint> endpoints(List<Endpoint> sorted, List<String> workloads) {
        List<CompiledEndpoint> compiled = new ArrayList<>();
        double cumulative = 0;
        for (Endpoint endpoint : sorted) {
            cumulative += endpoint.share().value();
            compiled.add(WorkloadCompiler.compile(endpoint, cumulative, workloads, surroundings.path(endpoint)));
        }
        return compiled;
    }

    /** Requests per second of the first minute; of users who wait for their answers, as many as they ask if they never wait. */
    private double firstMinutePerSecond(ArrivalsCompiler.Compiled compiled) {
        if (compiled.arrivals() instanceof Arrivals.Closed closed) {
            return closed.peakPerSecond();
        }
        int seconds = (int) Math.min(FIRST_MINUTE, loaded.scenario().duration().toSeconds());
        double requests = 0;
        for (int second = 0; second < seconds; second++) {
            requests += compiled.counts().count(second);
        }
        return seconds == 0 ? 0 : requests / seconds;
    }

    /** Reference vCPUs that so many requests keep busy in a workload. */
    private static double busyCores(Workload workload, List<Endpoint> endpoints, double perSecond) {
        double beside = SurroundingsCompiler.sidecarSeconds(workload);
        double work = endpoints.stream()
                .filter(endpoint -> endpoint.workload().equals(workload.name()))
                .mapToDouble(
                        endpoint -> endpoint.share().value() * (endpoint.cpu().meanSeconds() + beside))
                .sum();
        return perSecond * work;
    }

    private ArrivalsCompiler.Compiled arrivals(List<Endpoint> sorted) {
        return new ArrivalsCompiler(loaded, sorted.stream().map(Endpoint::name).toList()).compile();
    }

    private CompiledClients clients() {
        Clients clients = loaded.scenario().clients();
        double requestsPerSession = clients.requestsPerSession();
        long sessionNanos = clients.sessionLength().toNanos();
        if (loaded.scenario().traffic() instanceof TrafficSource.Users users) {
            requestsPerSession = users.pages() * users.callsPerPage();
            sessionNanos = Math.max(1_000_000_000L, (long) (users.pages() * Tables.meanNanos(users.think())));
        }
        return new CompiledClients(
                clients.timeout().toNanos(),
                1 / requestsPerSession,
                sessionNanos,
                clients.keepalive().toNanos(),
                Tables.nanos(clients.roundTrip()),
                Tables.meanNanos(clients.roundTrip()),
                Tables.nanos(clients.fallback()),
                environment.dns().ttl().toNanos(),
                environment.loadBalancer().tls(),
                AttemptsCompiler.compile(clients));
    }

    private CompiledBalancer balancer() {
        LoadBalancer balancer = environment.loadBalancer();
        // The load balancer's own time (ALB-41) and its controller's reaction (ALB-34), both estimates.
        QuantileTable processing = Quantiles.logNormal(1.5e6, 0.5);
        QuantileTable registration = Quantiles.logNormal(5e9, 0.6);
        return new CompiledBalancer(
                balancer.crossZone(),
                balancer.idleTimeout().toNanos(),
                balancer.connectTimeout().toNanos(),
                balancer.healthCheck().interval().toNanos(),
                balancer.healthCheck().timeout().toNanos(),
                balancer.healthCheck().healthyThreshold(),
                balancer.healthCheck().unhealthyThreshold(),
                processing,
                1.7e6,
                registration,
                routing(balancer));
    }

    private static CompiledBalancer.Routing routing(LoadBalancer balancer) {
        RateLimit limit = balancer.rateLimit();
        return new CompiledBalancer.Routing(
                balancer.algorithm(),
                balancer.anomalyMitigation(),
                balancer.zoneAware(),
                balancer.slowStart().toNanos(),
                limit == null ? null : new CompiledBalancer.Limit(limit.rate().perSecond(), limit.burst()));
    }

    /** Round trips, drawn once for each pair of zones: 0.25 ms inside a zone, 0.8 ms between two (EC2-49, EC2-50). */
    private List<Long> roundTrips(List<String> zones) {
        QuantileTable inside = Quantiles.logNormal(0.25e6, 0.3);
        QuantileTable between = Quantiles.logNormal(0.8e6, 0.35);
        List<Long> nanos = new ArrayList<>();
        for (String from : zones) {
            for (String to : zones) {
                String pair = from.compareTo(to) < 0 ? from + "/" + to : to + "/" + from;
                long bits = Keys.named(seed, "round-trip/" + pair);
                nanos.add((long) (from.equals(to) ? inside : between).sampleUpper(bits));
            }
        }
        return nanos;
    }

    private List<Effect> effects(List<String> zones) {
        List<Effect> effects = new ArrayList<>();
        for (TimelineEntry entry : loaded.scenario().timeline()) {
            long from = loaded.time().nanosAt(entry.at());
            effects.add(
                    switch (entry.fault()) {
                        case Fault.AzLoss loss ->
                            new Effect.ZoneSilence(
                                    zones.indexOf(loss.zone()),
                                    from,
                                    from + loss.duration().toNanos(),
                                    "az-loss of zone " + loss.zone() + " for " + Durations.print(loss.duration())
                                            + ", as the scenario says");
                    });
        }
        effects.sort(Comparator.comparingLong(Effect::fromNanos).thenComparing(Effect::fault));
        return effects;
    }
}
