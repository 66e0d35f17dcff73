package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Route 53's own look at an address, from many places of the world (DNS-03). */
@Doc("A Route 53 health check")
public record DnsHealthCheck(
        @Named String name,

        @Doc("Host that is asked; absent means the environment's name") @Nullable String host,

        @Doc("http, https or tcp") @Default("https") Protocol protocol,

        @Doc("Port") @Default("443") int port,

        @Doc("Path that is asked for") @Default("/") String path,

        @Doc("Time between two checks, 30s or 10s, which costs more (DNS-03)") @Default("30s")
        Duration interval,

        @Doc("Failures in a row that make it unhealthy, 1 to 10 (DNS-03)") @Default("3")
        int failureThreshold) {

    /** How it asks. */
    public enum Protocol {
        /** HTTP. */
        HTTP,
        /** HTTPS; the certificate is not looked at. */
        HTTPS,
        /** A TCP connection. */
        TCP
    }

    /** @throws IllegalArgumentException if numbers are none that Route 53 takes */
    public DnsHealthCheck {
        if (!interval.equals(Duration.ofSeconds(10)) && !interval.equals(Duration.ofSeconds(30))) {
            throw new IllegalArgumentException("interval is 10s or 30s, found " + Durations.print(interval));
        }
        if (failureThreshold < 1 || failureThreshold > 10) {
            throw new IllegalArgumentException("failureThreshold lies between 1 and 10, found " + failureThreshold);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port lies between 1 and 65535, found " + port);
        }
    }

    /** Time until it is unhealthy: interval times threshold (DNS-03), before DNS spreads the word (DNS-04). */
    public Duration detection() {
        return interval.multipliedBy(failureThreshold);
    }
}
