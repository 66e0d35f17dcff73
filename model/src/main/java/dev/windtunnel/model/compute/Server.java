package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;
import java.time.Duration;

/** What answers requests inside a pod. */
@Choice
@Doc("The server inside the pod: gunicorn or nginx")
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

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " is at least 1, found " + value);
        }
    }
}
