package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.QueueOutcome;
import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.verdict.FirstLimit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The shipped burst of orders: 00:05 to 00:15, 30 orders/s for two workers who do about 15. */
class QueueWorkersStoryTest {

    private static RunResult run(String... overrides) {
        return ShippedRun.run("innovate-inc/queue-workers.yaml", List.of(overrides));
    }

    private static List<Double> orders(RunResult result, String metric) {
        return result.series().stream()
                .filter(series -> series.metric().equals(metric)
                        && "orders".equals(series.labels().get("queue")))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static QueueOutcome outcome(RunResult result, String queue) {
        return result.queues().stream()
                .filter(one -> one.queue().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderOfTheBurstWaitsTenMinutesAndTheQueueIsEmptyHalfAnHourLater() {
        RunResult burst = run();

        List<Double> waiting = orders(burst, "queue.visible");
        assertTrue(waiting.get(3) < 20, "before: " + waiting.get(3));
        assertEquals(9_000, waiting.get(14), 900, "at the end of the burst");
        assertTrue(
                waiting.get(35) > 1_000 && waiting.get(50) < 20, "then: " + waiting.get(35) + ", " + waiting.get(50));
        List<Double> age = orders(burst, "queue.age");
        assertEquals(620, age.get(25), 80, "ten minutes after the end of the burst its last orders are next");
        assertTrue(age.get(52) < 120, "at the end " + age.get(52));
        // Whoever orders notices nothing of it.
        assertTrue(burst.endpoints().stream()
                .allMatch(endpoint -> endpoint.client().failedTotal() == 0));
    }

    /** 30 orders a second for ten minutes, of which they can do 15; afterwards they are as busy with 5 a second, and keep up. */
    @Test
    void saysThatTheWorkersHadNoSteadyStateInTheBurstAndOnlyThen() {
        RunResult burst = run();

        assertEquals(
                List.of("order-worker workers 5 15"),
                burst.overloads().stream()
                        .map(one -> one.limit() + " " + one.fromMinute() + " " + one.untilMinute())
                        .toList());
        assertEquals(1.98, burst.overloads().getFirst().offered(), 0.1);
        FirstLimit first = Objects.requireNonNull(FirstLimit.of(burst));
        assertEquals("order-worker workers", first.limit());
        assertTrue(first.headroom() < -50, "headroom " + first.headroom());
    }

    @Test
    void accountsForEveryOrderAndBillsEachRequest() {
        RunResult burst = run();

        QueueOutcome orders = outcome(burst, "orders");
        QueueOutcome dead = outcome(burst, "orders-dead");
        long left = orders.visible() + orders.inFlight() + orders.delayed();
        assertEquals(orders.sent(), orders.deleted() + orders.movedOut() + orders.expired() + left);
        assertEquals(orders.movedOut(), dead.movedIn());
        assertTrue(orders.movedOut() > 5, "dead letters " + orders.movedOut());
        assertEquals(orders.deleted(), orders.latencyMicros().total());
        // Messages of 4 KB, one of each receive: a request to send, one to receive, one to delete.
        assertEquals(
                orders.sent()
                        + orders.work().receives()
                        + orders.deleted()
                        + orders.work().late(),
                orders.work().requests());
        long billed = burst.ledger().usages().stream()
                .filter(usage -> usage.item() == Ledger.Item.QUEUE_REQUESTS
                        && usage.resource().equals("orders"))
                .mapToLong(Ledger.Usage::quantity)
                .sum();
        assertEquals(orders.work().requests(), billed);
    }

    @Test
    void twiceTheWorkersKeepUp() {
        RunResult four = run("workloads.order-worker.replicas.min=4", "workloads.order-worker.replicas.max=4");

        assertTrue(orders(four, "queue.visible").get(14) < 400, "waiting " + orders(four, "queue.visible"));
    }

    @Test
    void aTimeoutShorterThanTheWorkDoublesTheWork() {
        RunResult hasty = run("queues.orders.visibilityTimeout=1s");

        QueueOutcome orders = outcome(hasty, "orders");
        assertTrue(orders.work().late() > 500, "late " + orders.work().late());
        assertTrue(orders.work().redelivered() > 500, "again " + orders.work().redelivered());
    }

    @Test
    void anotherQueueChangesNoDrawOfRequestsAndOrders() {
        RunResult alone = run("duration=10m");

        RunResult besides = run(
                "duration=10m",
                "queues={ audit: {}, orders-dead: { retention: 14d }, orders: { visibilityTimeout: 30s, receiveWait: 20s,"
                        + " deadLetterQueue: orders-dead, maxReceiveCount: 3, messageSize: 4KB } }",
                "messages={ audit: { stages: [ { duration: 1m, target: 5/s } ] } }");

        assertEquals(alone.provenance().requestDigest(), besides.provenance().requestDigest());
        assertEquals(outcome(alone, "orders"), outcome(besides, "orders"));
        assertEquals(3_000, (double) outcome(besides, "audit").sent(), 300);
    }
}
