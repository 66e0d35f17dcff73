package dev.windtunnel.model.messaging;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SQS standard queue: at least once, roughly in order. A received message is hidden for the visibility timeout; whoever
 * received it deletes it when the work is done, and if nobody does it is received again.
 *
 * <p>Ranges and defaults: SQS Developer Guide, "Quotas related to queues" and "Quotas related to messages"; API reference,
 * {@code CreateQueue}.
 */
@Doc("An SQS standard queue")
public record Queue(
        @Named String name,

        @Doc("Time that a received message is hidden from other receivers, 0s to 12h") @Default("30s")
        Duration visibilityTimeout,

        @Doc("Time from sending after which a message is dropped, 1m to 14d") @Default("4d")
        Duration retention,

        @Doc("Time from sending until a message can be received, 0s to 15m") @Default("0s")
        Duration delay,

        @Doc("Time that a receive waits for a first message (long polling), 0s to 20s; 0s is short polling")
        @Default("0s")
        Duration receiveWait,

        @Doc("Queue of the same environment that takes messages received too often; absent means none") @Nullable String deadLetterQueue,

        @Doc("Receives of a message before the next one moves it to the deadLetterQueue, 1 to 1000") @Default("10")
        int maxReceiveCount,

        @Doc("Bytes of a message with its attributes, 1B to 1Mi; each 64 KiB of a request is billed as one")
        @Default("1KB")
        ByteSize messageSize,

        @Doc("Time of one SQS request, between the worker and the service (estimate)")
        @Default("lognormal(median 8ms, sigma 0.5)")
        Distribution requestTime,

        @Doc("KMS key that encrypts messages; absent means a key that SQS manages (SSE-SQS, on without a word)")
        @Nullable String key) {

    /** Messages that may be in flight, received and not yet deleted: about so many (SQS Developer Guide, quotas). */
    public static final int MOST_IN_FLIGHT = 120_000;

    /** Bytes that are billed as one request. */
    public static final long BILLED_CHUNK_BYTES = 64L << 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final long MOST_BYTES = 1L << 20;

    /** @throws IllegalArgumentException outside the ranges that the service accepts */
    public Queue {
        if (name.endsWith(".fifo")) {
            throw new IllegalArgumentException("FIFO queues are not modeled, found " + name);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a queue's name has 1 to 80 letters, digits, hyphens and underscores, found '" + name + "'");
        }
        within("visibilityTimeout", visibilityTimeout, Duration.ZERO, Duration.ofHours(12));
        within("retention", retention, Duration.ofMinutes(1), Duration.ofDays(14));
        within("delay", delay, Duration.ZERO, Duration.ofMinutes(15));
        within("receiveWait", receiveWait, Duration.ZERO, Duration.ofSeconds(20));
        if (maxReceiveCount < 1 || maxReceiveCount > 1000) {
            throw new IllegalArgumentException("maxReceiveCount lies between 1 and 1000, found " + maxReceiveCount);
        }
        if (messageSize.bytes() < 1 || messageSize.bytes() > MOST_BYTES) {
            throw new IllegalArgumentException("messageSize lies between 1B and 1Mi, found " + messageSize);
        }
        if (name.equals(deadLetterQueue)) {
            throw new IllegalArgumentException("deadLetterQueue is another queue, found " + name + " itself");
        }
    }

    private static void within(String key, Duration found, Duration least, Duration most) {
        if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " lies between " + Durations.print(least) + " and "
                    + Durations.print(most) + ", found " + Durations.print(found));
        }
    }
}
