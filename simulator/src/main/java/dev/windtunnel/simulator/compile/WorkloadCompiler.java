package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.Autoscaling;
import dev.windtunnel.model.compute.DatabaseClient;
import dev.windtunnel.model.compute.LoadShedding;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workloads and endpoints in numbers. */
final class WorkloadCompiler {

    private WorkloadCompiler() {}

    /**
     * A workload that has been running at a load for long.
     *
     * @param busyCores reference vCPUs that the load keeps busy in it
     */
    static CompiledWorkload compile(Workload workload, double busyCores) {
        Server server = workload.server();
        Autoscaling autoscaling = workload.autoscaling();
        int targetPercent =
                autoscaling == null ? 0 : (int) Math.round(autoscaling.cpu().value() * 100);
        return new CompiledWorkload(
                workload.name(),
                workload.replicas().min(),
                workload.replicas().max(),
                initialReplicas(workload, busyCores),
                targetPercent,
                autoscaling == null ? 0 : autoscaling.scaleDownStabilization().toNanos(),
                SurroundingsCompiler.requestCpuMillis(workload),
                SurroundingsCompiler.requestMemoryBytes(workload),
                (int) Math.min(workload.limits().cpu().millis(), 1000L * server.processes()),
                server.concurrency(),
                backlog(workload),
                keepsConnections(server),
                workerTimeoutNanos(server),
                connections(workload.databaseClient(), server),
                workload.nodePools(),
                workload.zoneSpread(),
                workload.startup().image().bytes(),
                Tables.nanos(workload.startup().boot()),
                workload.startup().readinessPeriod().toNanos(),
                workload.shutdown().preStop().toNanos(),
                workload.shutdown().gracePeriod().toNanos(),
                line(workload.loadShedding()),
                SurroundingsCompiler.runtime(workload));
    }

    private static CompiledWorkload.Line line(@Nullable LoadShedding shedding) {
        if (shedding == null) {
            return CompiledWorkload.Line.PLAIN;
        }
        Duration longest = shedding.maxQueueWait();
        return new CompiledWorkload.Line(
                shedding.maxQueue() != null,
                longest == null ? null : Quantiles.fixed((double) longest.toNanos()),
                List.of());
    }

    /** Requests that wait at a pod: what is shed above, or what the listen queue holds. */
    private static int backlog(Workload workload) {
        LoadShedding shedding = workload.loadShedding();
        Integer most = shedding == null ? null : shedding.maxQueue();
        return most == null ? workload.server().backlog() : most;
    }

    /** What the autoscaler settles at: busy CPU over the target share of a pod's request, within the bounds. */
    private static int initialReplicas(Workload workload, double busyCores) {
        Autoscaling autoscaling = workload.autoscaling();
        if (autoscaling == null) {
            return workload.replicas().min();
        }
        double perPod = autoscaling.cpu().value() * SurroundingsCompiler.requestCpuMillis(workload) / 1000.0;
        int needed = (int) Math.ceil(busyCores / perPod);
        return Math.max(
                workload.replicas().min(), Math.min(needed, workload.replicas().max()));
    }

    private static boolean keepsConnections(Server server) {
        boolean isSync = server instanceof Server.Gunicorn gunicorn && gunicorn.isSync();
        return !isSync && !server.keepalive().isZero();
    }

    private static long workerTimeoutNanos(Server server) {
        return switch (server) {
            case Server.Gunicorn gunicorn ->
                gunicorn.isSync() ? gunicorn.timeout().toNanos() : 0;
            case Server.Nginx nginx -> 0;
            case Server.Worker worker ->
                worker.timeLimit() == null ? 0 : worker.timeLimit().toNanos();
        };
    }

    private static CompiledWorkload.@Nullable DatabaseConnections connections(
            @Nullable DatabaseClient client, Server server) {
        return client == null
                ? null
                : new CompiledWorkload.DatabaseConnections(
                        client.poolSize() * server.processes(),
                        client.maxPerProcess() * server.processes(),
                        client.poolTimeout().toNanos(),
                        client.connectTimeout().toNanos(),
                        client.socketTimeout().toNanos());
    }

    /**
     * An endpoint.
     *
     * @param cumulativeShare its share and that of all before it
     * @param tables those that were made for other endpoints already, by their laws
     */
    static CompiledEndpoint compile(
            Endpoint endpoint,
            double cumulativeShare,
            List<String> workloads,
            CompiledPath path,
            Map<Distribution, QuantileTable> tables) {
        return new CompiledEndpoint(
                endpoint.name(),
                endpoint.method(),
                endpoint.path(),
                workloads.indexOf(endpoint.workload()),
                cumulativeShare,
                tables.computeIfAbsent(endpoint.cpu(), Tables::nanos),
                endpoint.queries(),
                tables.computeIfAbsent(endpoint.queryTime(), Tables::nanos),
                endpoint.writes(),
                endpoint.requestSize().bytes(),
                endpoint.responseSize().bytes(),
                Tables.meanNanos(endpoint.cpu()),
                Tables.meanNanos(endpoint.queryTime()),
                CapacityCompiler.statements(endpoint),
                path);
    }
}
