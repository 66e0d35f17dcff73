package dev.windtunnel.simulator.result;

/**
 * What became of a queue's messages. Always: sent + moved in = deleted + expired + moved out + visible + in flight + delayed.
 *
 * @param queue its name
 * @param deadLetterQueue where messages go that were received too often; empty for nowhere
 * @param sent messages sent to it
 * @param movedIn dead letters of other queues
 * @param deleted messages that were done with
 * @param expired messages that reached the end of their retention
 * @param movedOut messages moved to the dead-letter queue
 * @param visible messages that wait at the end of the run
 * @param inFlight messages in work at the end of the run, or lost with their receiver and not yet visible again
 * @param delayed messages whose delay has not ended at the end of the run
 * @param work how they were worked on
 * @param latencyMicros time from sending to deletion, of deleted messages: buckets of {@link
 *     dev.windtunnel.simulator.metric.LatencyBuckets} of the time in microseconds, where those of requests count nanoseconds
 */
public record QueueOutcome(
        String queue,
        String deadLetterQueue,
        long sent,
        long movedIn,
        long deleted,
        long expired,
        long movedOut,
        long visible,
        long inFlight,
        long delayed,
        Work work,
        SparseHistogram latencyMicros) {

    /**
     * How a queue's messages were worked on.
     *
     * @param received messages given out, each time counted
     * @param redelivered those of them that had been given out before
     * @param late deletions that came too late: another had received the message meanwhile, so the work was done twice
     * @param failed attempts that ended in an error or were given up
     * @param lost messages whose receiver ended with its pod
     * @param receives receive requests, empty ones included
     * @param emptyReceives receive requests without a message
     * @param requests all requests to the service as they are billed
     */
    public record Work(
            long received,
            long redelivered,
            long late,
            long failed,
            long lost,
            long receives,
            long emptyReceives,
            long requests) {}
}
