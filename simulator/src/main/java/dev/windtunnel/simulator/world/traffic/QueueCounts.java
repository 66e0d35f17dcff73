package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.result.SparseHistogram;

/**
 * What a queue has done so far. Always: sent + moved in = deleted + expired + moved out + visible + in flight + delayed.
 *
 * @param sent messages sent to it
 * @param movedIn dead letters of other queues
 * @param received messages given out, each time counted
 * @param redelivered those of them that had been given out before
 * @param deleted messages that were done with
 * @param expired messages that reached the end of their retention
 * @param movedOut messages moved to the dead-letter queue
 * @param late deletions that came too late to delete anything: the work was done twice
 * @param failed attempts that ended in an error or were given up
 * @param lost messages whose receiver ended with its pod
 * @param receiveCalls receives, empty ones included
 * @param emptyReceives receives without a message
 * @param requests all requests as they are billed
 */
public record QueueCounts(
        long sent,
        long movedIn,
        long received,
        long redelivered,
        long deleted,
        long expired,
        long movedOut,
        long late,
        long failed,
        long lost,
        long receiveCalls,
        long emptyReceives,
        long requests,
        SparseHistogram latencyMicros) {

    static QueueCounts of(QueueStation station) {
        return new QueueCounts(
                station.sent,
                station.movedIn,
                station.received,
                station.redelivered,
                station.deleted,
                station.expired,
                station.movedOut,
                station.late,
                station.failed,
                station.lost,
                station.receiveCalls,
                station.emptyReceives,
                station.requests,
                SparseHistogram.of(station.latency));
    }
}
