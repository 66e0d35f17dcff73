/**
 * How whoever tries again spaces the tries: the words that clients, gateways and database clients share.
 *
 * <p>Only what all three layers have enters; what each of them tries again, and how often, is theirs. Start with {@link
 * dev.windtunnel.model.retry.Backoff}.
 */
@NullMarked
package dev.windtunnel.model.retry;

import org.jspecify.annotations.NullMarked;
