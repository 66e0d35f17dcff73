package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.edge.RateLimit;
import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.network.AvailabilityZone;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.scenario.TimelineEntry;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.model.workload.TrafficSource;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a checked scenario to numbers. Nothing here depends on the order in which things were declared. */
public final class ScenarioCompiler {

    private static final int FIRST_MINUTE = 60;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int VISIT_MARGIN = 8;

    private final LoadedScenario loaded;
    private final Environment environment;
    private final long seed;
    private final ClusterCompiler cluster;
    private final SurroundingsCompiler surroundings;
    private final QueuesCompiler queues;

    private ScenarioCompiler(LoadedScenario loaded, Catalog catalog) {
        this.loaded = loaded;
        this.environment = loaded.environment();
        this.seed = loaded.scenario().seed();
        this.cluster = new ClusterCompiler(catalog, loaded.architecture().region());
        this.surroundings = new SurroundingsCompiler(loaded.architecture());
        this.queues = new QueuesCompiler(loaded);
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
                        .map(workload -> WorkloadCompiler.compile(
                                workload, busyCores(workload, endpoints, firstMinute, compiled.arrivals())))
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
                        environment.loadBalancer().targetGroup()),
                ResilienceCompiler.compile(environment.loadBalancer(), workloads, endpoints),
                queues.compile(workloads, endpoints));
    }

    private long dailyUsers() {
        return loaded.scenario().traffic() instanceof TrafficSource.Users users ? users.daily() : 0;
    }

    private List<CompiledEndpoint> endpoints(List<Endpoint> sorted, List<String> workloads) {
        List<CompiledEndpoint> compiled = new ArrayList<>();
        // Endpoints of the same law share its table, which is large for a cache.
        Map<Distribution, QuantileTable> tables = new LinkedHashMap<>();
        double cumulative = 0;
        for (Endpoint endpoint : sorted) {
            cumulative += endpoint.share().value();
            compiled.add(
                    WorkloadCompiler.compile(endpoint, cumulative, workloads, surroundings.path(endpoint), tables));
        }
        return compiled;
    }

    /** Requests or sessions per second of the first minute; of users who wait for their answers, as many as they ask if they never wait. */
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

    /** Reference vCPUs that so many arrivals keep busy in a workload; a session brings all its requests. */
    private double busyCores(Workload workload, List<Endpoint> endpoints, double perSecond, Arrivals arrivals) {
        if (workload.server() instanceof Server.Worker worker) {
            return queues.firstMinutePerSecond(worker.consumes(), endpoints, perSecond)
                    * worker.cpu().meanSeconds();
        }
        double beside = SurroundingsCompiler.sidecarSeconds(workload);
        double work = 0;
        for (int i = 0; i < endpoints.size(); i++) {
            Endpoint endpoint = endpoints.get(i);
            if (endpoint.workload().equals(workload.name())) {
                double requests = arrivals instanceof Arrivals.Sessions brought
                        ? brought.sessions().meanCalls().get(i)
                        : endpoint.share().value();
                work += requests * (endpoint.cpu().meanSeconds() + beside);
            }
        }
        return perSecond * work;
    }

    private ArrivalsCompiler.Compiled arrivals(List<Endpoint> sorted) {
        return new ArrivalsCompiler(loaded, sorted).compile();
    }

    private CompiledClients clients() {
        Clients clients = loaded.scenario().clients();
        double requestsPerSession = clients.requestsPerSession();
        long sessionNanos = clients.sessionLength().toNanos();
        Sessions sessions = loaded.scenario().traffic().sessions();
        if (sessions != null) {
            requestsPerSession = sessions.meanCalls();
            // Long enough that hardly a session outlives its browser's memory of addresses and connections.
            sessionNanos = Math.max(
                    MINUTE_NANOS, (long) (VISIT_MARGIN * sessions.pages().mean() * Tables.meanNanos(sessions.think())));
        } else if (loaded.scenario().traffic() instanceof TrafficSource.Users users) {
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
