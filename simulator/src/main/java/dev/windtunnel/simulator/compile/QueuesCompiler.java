package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.Publication;
import dev.windtunnel.model.workload.QueueFeed;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues in numbers; nothing here depends on the order in which they were declared. */
final class QueuesCompiler {

    private static final double FIRST_MINUTE = 60;

    private final LoadedScenario loaded;
    private final List<Queue> queues;
    private final List<String> names;

    QueuesCompiler(LoadedScenario loaded) {
        this.loaded = loaded;
        queues = loaded.environment().queues().stream()
                .sorted(Comparator.comparing(Queue::name))
                .toList();
        names = queues.stream().map(Queue::name).toList();
    }

    /**
     * Compiles.
     *
     * @param workloads sorted by name
     * @param endpoints sorted by name
     */
    CompiledQueues compile(List<Workload> workloads, List<Endpoint> endpoints) {
        List<CompiledQueues.Consumer> consumers = new ArrayList<>();
        for (int i = 0; i < workloads.size(); i++) {
            if (workloads.get(i).server() instanceof Server.Worker worker) {
                consumers.add(consumer(i, workloads.get(i).name(), worker));
            }
        }
        List<CompiledQueues.Publication> publications = new ArrayList<>();
        for (int i = 0; i < endpoints.size(); i++) {
            for (Publication publication : endpoints.get(i).publishes()) {
                publications.add(new CompiledQueues.Publication(
                        i,
                        names.indexOf(publication.queue()),
                        publication.probability().value()));
            }
        }
        return new CompiledQueues(queues.stream().map(this::queue).toList(), consumers, publications);
    }

    private CompiledQueues.Queue queue(Queue queue) {
        String target = queue.deadLetterQueue();
        return new CompiledQueues.Queue(
                queue.name(),
                queue.visibilityTimeout().toNanos(),
                queue.retention().toNanos(),
                queue.delay().toNanos(),
                queue.receiveWait().toNanos(),
                target == null ? CompiledQueues.NO_QUEUE : names.indexOf(target),
                queue.maxReceiveCount(),
                Queue.MOST_IN_FLIGHT,
                queue.messageSize().bytes(),
                Tables.nanos(queue.requestTime()),
                feed(queue.name()));
    }

    private @Nullable Arrivals feed(String queue) {
        for (QueueFeed feed : loaded.scenario().messages()) {
            if (feed.queue().equals(queue)) {
                long key = Keys.named(loaded.scenario().seed(), "queue/counts/" + queue);
                return ArrivalsCompiler.staged(feed.rate(), loaded.scenario().duration(), key)
                        .arrivals();
            }
        }
        return null;
    }

    private CompiledQueues.Consumer consumer(int workload, String name, Server.Worker worker) {
        CompiledEndpoint work = new CompiledEndpoint(
                name,
                "",
                worker.consumes(),
                workload,
                0,
                Tables.nanos(worker.cpu()),
                worker.queries(),
                Tables.nanos(worker.queryTime()),
                worker.writes(),
                0,
                0,
                Tables.meanNanos(worker.cpu()),
                Tables.meanNanos(worker.queryTime()),
                CompiledStatements.NONE,
                CompiledPath.PLAIN);
        return new CompiledQueues.Consumer(
                workload,
                names.indexOf(worker.consumes()),
                worker.batch(),
                worker.pause().toNanos(),
                work,
                Tables.nanos(worker.waiting()),
                worker.errors().value(),
                worker.poison().value());
    }

    /**
     * Messages per second that come to a queue in the first minute.
     *
     * @param requestsPerSecond of all endpoints together
     */
    double firstMinutePerSecond(String queue, List<Endpoint> endpoints, double requestsPerSecond) {
        double perSecond = 0;
        for (Endpoint endpoint : endpoints) {
            for (Publication publication : endpoint.publishes()) {
                if (publication.queue().equals(queue)) {
                    perSecond += requestsPerSecond
                            * endpoint.share().value()
                            * publication.probability().value();
                }
            }
        }
        for (QueueFeed feed : loaded.scenario().messages()) {
            if (feed.queue().equals(queue)) {
                perSecond += new StagedRate(feed.rate()).integral(FIRST_MINUTE) / FIRST_MINUTE;
            }
        }
        return perSecond;
    }
}
