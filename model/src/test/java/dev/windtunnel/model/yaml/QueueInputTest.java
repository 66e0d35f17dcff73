package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Publication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues, workers and messages as they are written, and what is said of those that cannot be. */
final class QueueInputTest {

    private static final String PROD = "    dns: { name: shop.example }\n";
    private static final String DEV = "    dns: { name: dev.shop.example }\n";
    private static final String WEB = "        databaseClient: { poolSize: 4 }\n";
    private static final String LIST = "cpu: lognormal(mean 8ms, cv 0.6), queries: 2, queryTime: 1ms";
    private static final String TRAFFIC = "timeline:\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft draft() {
        return Draft.in(folder);
    }

    private Draft queues(String queues) {
        return draft().architecture(PROD, PROD + "    queues: " + queues + "\n");
    }

    private Draft worker(String worker) {
        return queues("{ orders: {} }")
                .architecture(
                        WEB,
                        WEB + "      order-worker:\n"
                                + "        replicas: { min: 1, max: 2 }\n"
                                + "        requests: { cpu: 500m, memory: 256Mi }\n"
                                + "        limits: { cpu: 1, memory: 512Mi }\n"
                                + "        server: { worker: " + worker + " }\n");
    }

    @Test
    void hasTheServicesDefaults() {
        Queue queue = queues("{ orders: {} }").read().environment().queues().getFirst();

        assertEquals("orders", queue.name());
        assertEquals(Duration.ofSeconds(30), queue.visibilityTimeout());
        assertEquals(Duration.ofDays(4), queue.retention());
        assertEquals(Duration.ZERO, queue.delay());
        assertEquals(Duration.ZERO, queue.receiveWait());
        assertEquals(10, queue.maxReceiveCount());
    }

    @Test
    void hasNoQueuesUnlessToldSo() {
        assertEquals(List.of(), draft().read().environment().queues());
    }

    @Test
    void readsAWorkerAndWhoSendsToIt() {
        LoadedScenario loaded = worker(
                        "{ consumes: orders, processes: 2, threads: 3, batch: 10, cpu: 20ms, waiting: 300ms,"
                                + " errors: 1%, timeLimit: 20s }")
                .architecture(DEV, DEV + "    queues: { orders: {} }\n")
                .architecture(LIST, LIST + ", publishes: [ { queue: orders, probability: 25% } ]")
                .scenario(TRAFFIC, "messages: { orders: { stages: [ { duration: 1m, target: 3/s } ] } }\n" + TRAFFIC)
                .read();

        Server.Worker worker = (Server.Worker)
                loaded.environment().workload("order-worker").orElseThrow().server();
        assertEquals("orders", worker.consumes());
        assertEquals(6, worker.concurrency());
        assertEquals(Duration.ofSeconds(20), worker.timeLimit());
        assertEquals(
                List.of(new Publication("orders", Share.parse("25%"))),
                loaded.architecture().endpoints().getFirst().publishes());
        assertEquals("orders", loaded.scenario().messages().getFirst().queue());
        assertEquals(
                3.0,
                loaded.scenario()
                        .messages()
                        .getFirst()
                        .rate()
                        .stages()
                        .getFirst()
                        .target()
                        .perSecond());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ orders: { visibilityTimeout: 13h } } | visibilityTimeout lies between 0s and 12h, found 13h",
                "{ orders: { retention: 30s } } | retention lies between 1m and 14d, found 30s",
                "{ orders: { delay: 16m } } | delay lies between 0s and 15m, found 16m",
                "{ orders: { receiveWait: 21s } } | receiveWait lies between 0s and 20s, found 21s",
                "{ orders: { maxReceiveCount: 0 } } | maxReceiveCount lies between 1 and 1000, found 0",
                "{ orders: { messageSize: 2Mi } } | messageSize lies between 1B and 1Mi, found 2Mi",
                "{ orders.fifo: {} } | FIFO queues are not modeled",
                "{ 'orders now': {} } | a queue's name has 1 to 80 letters, digits, hyphens and underscores",
                "{ orders: { visibilityTimout: 3s } } | did you mean 'visibilityTimeout'?",
                "{ orders: { deadLetterQueue: order-dead }, orders-dead: {} } | unknown queue 'order-dead'",
                "{ orders: { deadLetterQueue: orders } } | deadLetterQueue is another queue, found orders itself",
                "{ a: { deadLetterQueue: b }, b: { deadLetterQueue: a } } | dead letters go round in a circle: a -> b -> a",
                "{ c: { deadLetterQueue: a }, b: { deadLetterQueue: c }, a: { deadLetterQueue: b } } | circle: a -> b -> c -> a",
            })
    void saysWhatIsWrongWithAQueue(String queues, String expected) {
        String problem = queues(queues).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ consumes: order, cpu: 1ms } | unknown queue 'order'",
                "{ consumes: orders, cpu: 1ms, batch: 11 } | batch lies between 1 and 10, found 11",
                "{ consumes: orders, cpu: 1ms, threads: 0 } | threads is at least 1, found 0",
                "{ consumes: orders, cpu: 1ms, queries: -1 } | queries lies between 0 and 50, found -1",
                "{ consumes: orders, cpu: 1ms, writes: true } | writes needs at least one query",
                "{ consumes: orders, cpu: 1ms, timeLimit: 0s } | timeLimit is longer than 0s",
                "{ consumes: orders, cpu: 1ms, errors: 120% } | 120%",
                "{ consumes: orders, cpu: 1ms, queries: 1, queryTime: 1ms } | has queries and no databaseClient",
                "{ cpu: 1ms } | consumes",
            })
    void saysWhatIsWrongWithAWorker(String worker, String expected) {
        String problem = worker(worker).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }

    @Test
    void offersTheNearestQueue() {
        String problem = worker("{ consumes: ordres, cpu: 1ms }").onlyProblemWithAdvice();

        assertTrue(problem.contains("did you mean 'orders'?"), problem);
    }

    @Test
    void knowsWhichEnvironmentHasNoQueueToPublishTo() {
        String problem = queues("{ orders: {} }")
                .architecture(LIST, LIST + ", publishes: [ { queue: orders } ]")
                .onlyProblemWithAdvice();

        assertTrue(problem.contains("there is no queue 'orders' in environment 'dev'"), problem);
    }

    @Test
    void refusesTwoPublicationsOfAnEndpointToOneQueue() {
        String problem = queues("{ orders: {} }")
                .architecture(DEV, DEV + "    queues: { orders: {} }\n")
                .architecture(LIST, LIST + ", publishes: [ { queue: orders }, { queue: orders } ]")
                .onlyProblemWithAdvice();

        assertTrue(problem.contains("publishes names each queue once, found orders twice"), problem);
    }

    @Test
    void sendsNoRequestsToAWorker() {
        String problem = worker("{ consumes: orders, cpu: 1ms }")
                .architecture("home: { workload: web", "home: { workload: order-worker")
                .printed()
                .toString();

        assertTrue(problem.contains("workload 'order-worker' is a queue worker in environment 'prod'"), problem);
    }

    @Test
    void sendsNoMessagesToAQueueThatIsNotThere() {
        String problem = queues("{ orders: {} }")
                .scenario(TRAFFIC, "messages: { order: { stages: [ { duration: 1m, target: 3/s } ] } }\n" + TRAFFIC)
                .onlyProblemWithAdvice();

        assertTrue(
                problem.startsWith("day.yaml:") && problem.contains("there is no queue 'order' in environment 'prod'"),
                problem);
        assertTrue(problem.contains("did you mean 'orders'?"), problem);
    }
}
