package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What works inside a pod: it answers requests, or takes messages from a queue. */
@Choice
@Doc("The server inside the pod: gunicorn, nginx or worker")
public sealed interface Server {

    /** How many requests a pod works on at once. */
    int concurrency();

    /** How many processes can use a CPU at once. */
    int processes();

    /** Connections that wait to be accepted before further ones are dropped. */
    int backlog();

    /** Time an idle connection from the load balancer is kept; zero closes it after each response. */
    Duration keepalive();

    /**
     * gunicorn with sync workers (threads 1) or gthread workers (APP-01 to APP-08). A process of either kind runs Python on one
     * CPU at a time (APP-03); a gthread worker keeps beating while its threads work, so its timeout never kills a slow request
     * (APP-06; benoitc/gunicorn, issue 2695).
     */
    @Tag("gunicorn")
    @Doc("gunicorn running the Flask application")
    record Gunicorn(
            @Doc("Worker processes; each runs Python on one CPU at a time (APP-03)") @Default("1")
            int workers,

            @Doc("Threads per worker; 1 means sync workers") @Default("1")
            int threads,

            @Doc("Pending connections (APP-05)") @Default("2048")
            int backlog,

            @Doc(
                    "Silence after which a sync worker is killed with its request; gthread workers have no per-request timeout (APP-06)")
            @Default("30s")
            Duration timeout,

            @Doc("Idle time of a connection; sync workers close after each response whatever is set (APP-08)")
            @Default("2s")
            Duration keepalive)
            implements Server {

        /** @throws IllegalArgumentException if a count is below 1 */
        public Gunicorn {
            atLeastOne("workers", workers);
            atLeastOne("threads", threads);
            atLeastOne("backlog", backlog);
        }

        /** Whether workers take one request at a time. */
        public boolean isSync() {
            return threads == 1;
        }

        @Override
        public int concurrency() {
            return workers * threads;
        }

        @Override
        public int processes() {
            return workers;
        }
    }

    /** nginx serving static files: event-driven, so its concurrency does not bind. */
    @Tag("nginx")
    @Doc("nginx serving the built single-page application")
    record Nginx(
            @Doc("Worker processes") @Default("1") int workers,
            @Doc("Connections per worker") @Default("1024") int connections,
            @Doc("Pending connections") @Default("511") int backlog,

            @Doc("Idle time of a connection") @Default("75s")
            Duration keepalive)
            implements Server {

        /** @throws IllegalArgumentException if a count is below 1 */
        public Nginx {
            atLeastOne("workers", workers);
            atLeastOne("connections", connections);
            atLeastOne("backlog", backlog);
        }

        @Override
        public int concurrency() {
            return workers * connections;
        }

        @Override
        public int processes() {
            return workers;
        }
    }

    /**
     * A queue worker, with no load balancer in front: each of its threads receives messages, works through them one after the
     * other, and deletes each when its work is done. Work that fails, takes longer than its limit, or dies with the pod deletes
     * nothing: the message is received again after its visibility timeout.
     */
    @Tag("worker")
    @Doc("Threads that take messages from a queue, work on them and delete them")
    record Worker(
            @Doc("Queue of the same environment that it takes messages from")
            String consumes,

            @Doc("Processes; each runs Python on one CPU at a time (APP-03)") @Default("1")
            int processes,

            @Doc("Threads of a process; each has one message in work") @Default("1")
            int threads,

            @Doc(
                    "Most messages of one receive, 1 to 10; a thread works on them one after the other, all hidden from the start")
            @Default("1")
            int batch,

            @Doc("Pause after an empty receive of a queue with short polling (estimate)") @Default("1s")
            Duration pause,

            @Doc("CPU time per message on the reference vCPU (m6i), without waiting (APP-16)")
            Distribution cpu,

            @Doc("Time after the CPU work in which the thread waits for others, such as a payment provider")
            @Default("0s")
            Distribution waiting,

            @Doc("SQL statements per message, run one after the other, 0 to 50") @Default("0")
            int queries,

            @Doc("Database CPU time per statement (RDS-26)") @Default("0s")
            Distribution queryTime,

            @Doc("Whether the last statement waits for its commit (RDS-27)") @Default("false")
            boolean writes,

            @Doc("Share of the attempts that fail after their work; the message is not deleted") @Default("0%")
            Share errors,

            @Doc("Share of the messages that fail whenever they are worked on") @Default("0%")
            Share poison,

            @Doc("Time after which the work on a message is given up; absent means never") @Nullable Duration timeLimit)
            implements Server {

        private static final int MOST_QUERIES = 50;

        /** Most messages that one receive can return (SQS API reference, ReceiveMessage). */
        public static final int MOST_OF_A_RECEIVE = 10;

        /** @throws IllegalArgumentException if a count is out of range, or a write has no query */
        public Worker {
            atLeastOne("processes", processes);
            atLeastOne("threads", threads);
            if (batch < 1 || batch > MOST_OF_A_RECEIVE) {
                throw new IllegalArgumentException(
                        "batch lies between 1 and " + MOST_OF_A_RECEIVE + ", found " + batch);
            }
            if (queries < 0 || queries > MOST_QUERIES) {
                throw new IllegalArgumentException("queries lies between 0 and " + MOST_QUERIES + ", found " + queries);
            }
            if (queries > 0 && queryTime.meanSeconds() == 0) {
                throw new IllegalArgumentException("queryTime is needed where queries is above 0");
            }
            if (writes && queries == 0) {
                throw new IllegalArgumentException("writes needs at least one query");
            }
            if (pause.isZero()) {
                throw new IllegalArgumentException("pause is longer than 0s");
            }
            if (timeLimit != null && timeLimit.isZero()) {
                throw new IllegalArgumentException("timeLimit is longer than 0s");
            }
        }

        @Override
        public int concurrency() {
            return processes * threads;
        }

        @Override
        public int backlog() {
            return 0;
        }

        @Override
        public Duration keepalive() {
            return Duration.ZERO;
        }
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " is at least 1, found " + value);
        }
    }
}
