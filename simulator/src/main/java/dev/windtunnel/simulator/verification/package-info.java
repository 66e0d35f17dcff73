/**
 * The simulator against what nobody here computed: cases from queueing theory, run by the product's own engine.
 *
 * <p>A case is a JSON file ({@code CaseFile}). Its family ({@code Families}) turns its model into something that can be
 * measured on a seed ({@code CaseModel}); each expected metric is then compared with the measurement and its interval
 * ({@code Judge}). Nothing here queues, dispatches or shares a CPU: a mutation of the engine fails cases. Start with {@link
 * dev.windtunnel.simulator.verification.Verification}.
 */
@NullMarked
package dev.windtunnel.simulator.verification;

import org.jspecify.annotations.NullMarked;
