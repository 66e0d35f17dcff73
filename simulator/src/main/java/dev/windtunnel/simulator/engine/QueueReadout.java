package dev.windtunnel.simulator.engine;

import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.world.state.QueueReadings;
import dev.windtunnel.simulator.world.traffic.ExactPlant;
import dev.windtunnel.simulator.world.traffic.QueueCounts;
import java.util.ArrayList;
import java.util.List;

/** What became of each queue, read at the end of a run. */
final class QueueReadout {

    private QueueReadout() {}

    static List<QueueOutcome> of(CompiledQueues queues, ExactPlant plant) {
        List<QueueOutcome> outcomes = new ArrayList<>();
        QueueReadings readings = plant.queues();
        for (int queue = 0; queue < readings.count(); queue++) {
            CompiledQueues.Queue its = queues.queues().get(queue);
            QueueCounts counts = plant.queueCounts(queue);
            outcomes.add(new QueueOutcome(
                    its.name(),
                    its.deadLetter() == CompiledQueues.NO_QUEUE
                            ? ""
                            : queues.queues().get(its.deadLetter()).name(),
                    counts.sent(),
                    counts.movedIn(),
                    counts.deleted(),
                    counts.expired(),
                    counts.movedOut(),
                    readings.visible(queue),
                    readings.inFlight(queue),
                    readings.delayed(queue),
                    new QueueOutcome.Work(
                            counts.received(),
                            counts.redelivered(),
                            counts.late(),
                            counts.failed(),
                            counts.lost(),
                            counts.receiveCalls(),
                            counts.emptyReceives(),
                            counts.requests()),
                    counts.latencyMicros()));
        }
        return outcomes;
    }
}
