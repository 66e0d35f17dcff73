package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A service outside the VPC that the application calls, such as a payment provider. Its answers take what {@code latency}
 * says whatever the load, so it is not a part of the design but of its surroundings.
 *
 * <p>A call is one connection to one destination, held while the call lasts; it leaves through the NAT gateway of its pod's
 * zone (NAT-01, NAT-05).
 */
@Doc("A service on the internet that the application calls")
public record ExternalService(
        @Named String name,

        @Doc("Time from sending a call to its answer, connecting and TLS included")
        Distribution latency,

        @Doc("Share of calls that are answered with an error") @Default("0%")
        Share errors,

        @Doc("Time after which the application gives a call up") @Default("10s")
        Duration timeout,

        @Doc("Bytes of a call, headers and handshake included") @Default("2KB")
        ByteSize requestSize,

        @Doc("Bytes of its answer, headers and handshake included") @Default("6KB")
        ByteSize responseSize,

        @Doc("Calls that it takes at once from this environment; further ones get an error; absent means all") @Nullable Integer concurrency) {

    /** @throws IllegalArgumentException if the timeout is zero or no call is taken */
    public ExternalService {
        if (timeout.isZero()) {
            throw new IllegalArgumentException("timeout is longer than 0s");
        }
        if (concurrency != null && concurrency < 1) {
            throw new IllegalArgumentException("concurrency is at least 1, found " + concurrency);
        }
    }
}
