/**
 * Queues between the parts of a system, as Amazon SQS offers them.
 *
 * <p>Only standard queues. Limits and defaults are those of the SQS Developer Guide ("Quotas related to queues", "Quotas
 * related to messages", "Visibility timeout", "Dead-letter queues") and of the API reference of {@code CreateQueue} and {@code
 * ReceiveMessage}; what has no source says "estimate". Who works on a queue is {@code compute}'s, who sends to it {@code
 * workload}'s. Start with {@link dev.windtunnel.model.messaging.Queue}.
 */
@NullMarked
package dev.windtunnel.model.messaging;

import org.jspecify.annotations.NullMarked;
