package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.Autoscaling;
import dev.windtunnel.model.compute.DatabaseClient;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.workload.Endpoint;
import java.util.List;
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
                server.backlog(),
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
                CompiledWorkload.Line.PLAIN,
                SurroundingsCompiler.runtime(workload));
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
        return server instanceof Server.Gunicorn gunicorn && gunicorn.isSync()
                ? gunicorn.timeout().toNanos()
                : 0;
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

    /** Endpoints in the order given, with the share of each and all before it. */
    static CompiledEndpoint compile(
            Endpoint endpoint, double cumulativeShare, List<String> workloads, CompiledPath path) {
        return new CompiledEndpoint(
                endpoint.name(),
                endpoint.method(),
                endpoint.path(),
                workloads.indexOf(endpoint.workload()),
                cumulativeShare,
                Tables.nanos(endpoint.cpu()),
                endpoint.queries(),
                Tables.nanos(endpoint.queryTime()),
                endpoint.writes(),
                endpoint.requestSize().bytes(),
                endpoint.responseSize().bytes(),
                Tables.meanNanos(endpoint.cpu()),
                Tables.meanNanos(endpoint.queryTime()),
                CapacityCompiler.statements(endpoint),
                path);
    }
}
