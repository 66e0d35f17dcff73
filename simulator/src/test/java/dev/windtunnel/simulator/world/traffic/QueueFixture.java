package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledEndpoint;
import dev.windtunnel.simulator.compile.CompiledPath;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.compile.CompiledStatements;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;

/** A plant whose pods take messages from a queue: nothing takes time but what a test says. */
final class QueueFixture {

    static final int ORDERS = 0;
    static final int DEAD = 1;
    static final long MILLI = 1_000_000L;
    static final long SECOND = PlantFixture.SECOND;

    final PlantFixture plant = new PlantFixture();
    long visibilityNanos = 30 * SECOND;
    long retentionNanos = 4 * 86_400 * SECOND;
    long delayNanos;
    long waitNanos = 20 * SECOND;
    int maxReceives = 1000;
    int mostInFlight = Queue.MOST_IN_FLIGHT;
    long messageBytes = 1000;
    QuantileTable requestNanos = Quantiles.fixed(0);
    QuantileTable waiting = Quantiles.fixed(0);
    int batch = 1;
    int queries;
    double errors;
    double poison;
    CountsBySecond messages = second -> 0;
    List<CompiledQueues.Publication> publications = List.of();

    QueueFixture() {
        plant.arrivals = second -> 0;
        plant.cpu = Quantiles.fixed(SECOND);
    }

    /** So many messages in the first second, none later. */
    static QueueFixture burst(int messages) {
        QueueFixture fixture = new QueueFixture();
        fixture.messages = second -> second == 0 ? messages : 0;
        return fixture;
    }

    static QuantileTable seconds(double seconds) {
        return Quantiles.fixed(seconds * 1e9);
    }

    private CompiledQueues.Queue queue(String name, int deadLetter, CountsBySecond counts) {
        return new CompiledQueues.Queue(
                name,
                visibilityNanos,
                retentionNanos,
                delayNanos,
                waitNanos,
                deadLetter,
                maxReceives,
                mostInFlight,
                messageBytes,
                requestNanos,
                new Arrivals.Counted(counts));
    }

    private CompiledQueues compiled() {
        CompiledEndpoint work = new CompiledEndpoint(
                "work",
                "",
                "",
                0,
                0,
                plant.cpu,
                queries,
                plant.query,
                false,
                0,
                0,
                0,
                0,
                CompiledStatements.NONE,
                CompiledPath.PLAIN);
        CompiledQueues.Consumer consumer =
                new CompiledQueues.Consumer(0, ORDERS, batch, SECOND, work, waiting, errors, poison);
        return new CompiledQueues(
                List.of(queue("orders", DEAD, messages), queue("orders-dead", CompiledQueues.NO_QUEUE, second -> 0)),
                publications.isEmpty() ? List.of(consumer) : List.of(),
                publications);
    }

    /** All pods serve from the beginning. */
    ExactPlant start() {
        plant.queues = compiled();
        plant.podMillis = Math.max(plant.podMillis, 1000 * plant.concurrency);
        return plant.start().plant();
    }

    /** Runs until, and without, an instant. */
    ExactPlant runUntil(long nanos) {
        plant.horizonSeconds = Math.max(plant.horizonSeconds, nanos / SECOND + 1);
        ExactPlant started = start();
        started.advance(nanos);
        return started;
    }

    /** Messages that came to a queue less those that left it and those that stand in it: nothing gets lost. */
    static long unaccounted(ExactPlant plant, int queue) {
        QueueCounts counts = plant.queueCounts(queue);
        long standing = plant.queues().visible(queue)
                + plant.queues().inFlight(queue)
                + plant.queues().delayed(queue);
        return counts.sent() + counts.movedIn() - counts.deleted() - counts.expired() - counts.movedOut() - standing;
    }
}
