package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/** A region that an accelerator sends to (DNS-09). */
@Doc("A region that an accelerator sends to")
public record EndpointGroup(
        @Named String region,

        @Doc("Share of the traffic nearest to it that it takes; the rest goes to the next region") @Default("100%")
        Share trafficDial,

        @Doc("Time between two health checks, 10s or 30s; a load balancer's own health counts instead") @Default("30s")
        Duration healthCheckInterval,

        @Doc("Checks in a row that change what is believed, 1 to 10") @Default("3")
        int healthCheckThreshold) {

    /** @throws IllegalArgumentException if numbers are none that the service takes */
    public EndpointGroup {
        if (!healthCheckInterval.equals(Duration.ofSeconds(10))
                && !healthCheckInterval.equals(Duration.ofSeconds(30))) {
            throw new IllegalArgumentException(
                    "healthCheckInterval is 10s or 30s, found " + Durations.print(healthCheckInterval));
        }
        if (healthCheckThreshold < 1 || healthCheckThreshold > 10) {
            throw new IllegalArgumentException(
                    "healthCheckThreshold lies between 1 and 10, found " + healthCheckThreshold);
        }
    }
}
