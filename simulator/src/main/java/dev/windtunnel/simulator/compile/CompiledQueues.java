package dev.windtunnel.simulator.compile;

import dev.windtunnel.simulator.kernel.QuantileTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queues, who works on them and who sends to them, in numbers. {@link #NONE} costs nothing.
 *
 * @param queues in the order of their names
 * @param consumers in the order of their workloads
 * @param publications in the order of their endpoints
 */
public record CompiledQueues(List<Queue> queues, List<Consumer> consumers, List<Publication> publications) {

    /** No queues. */
    public static final CompiledQueues NONE = new CompiledQueues(List.of(), List.of(), List.of());

    /** The index of no queue. */
    public static final int NO_QUEUE = -1;

    /** Copies. */
    public CompiledQueues {
        queues = List.copyOf(queues);
        consumers = List.copyOf(consumers);
        publications = List.copyOf(publications);
    }

    /** Whether a workload takes messages from a queue, so that no load balancer stands in front of it. */
    public boolean isConsumer(int workload) {
        for (Consumer consumer : consumers) {
            if (consumer.workload() == workload) {
                return true;
            }
        }
        return false;
    }

    /**
     * A queue.
     *
     * @param waitNanos of a receive that finds nothing; 0 is short polling
     * @param deadLetter index of the queue that takes what was received too often, or {@link #NO_QUEUE}
     * @param maxReceives of a message before it is moved there
     * @param mostInFlight messages that may be received and not yet deleted
     * @param requestNanos of one request to the service
     * @param feed what is sent to it from outside; null for nothing
     */
    public record Queue(
            String name,
            long visibilityNanos,
            long retentionNanos,
            long delayNanos,
            long waitNanos,
            int deadLetter,
            int maxReceives,
            int mostInFlight,
            long messageBytes,
            QuantileTable requestNanos,
            @Nullable Arrivals feed) {}

    /**
     * A workload that works on a queue.
     *
     * @param workload index
     * @param queue index
     * @param batch most messages of one receive
     * @param pauseNanos after an empty short poll
     * @param work CPU and statements of one message
     * @param waitingNanos time after the work in which the thread waits for others
     * @param errorShare probability that an attempt fails after its work
     * @param poisonShare probability that a message fails at every attempt
     */
    public record Consumer(
            int workload,
            int queue,
            int batch,
            long pauseNanos,
            CompiledEndpoint work,
            QuantileTable waitingNanos,
            double errorShare,
            double poisonShare) {}

    /**
     * What an endpoint sends.
     *
     * @param endpoint index
     * @param queue index
     * @param probability of each successful request
     */
    public record Publication(int endpoint, int queue, double probability) {}
}
