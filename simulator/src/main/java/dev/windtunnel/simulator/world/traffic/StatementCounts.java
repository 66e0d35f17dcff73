package dev.windtunnel.simulator.world.traffic;

/**
 * Tries of statements where a database client tries again.
 *
 * @param statements that were tried at all, each once
 * @param failed tries that failed, whether or not another followed
 * @param retries tries beyond a statement's first
 * @param refused retries that the budget did not allow
 */
public record StatementCounts(long statements, long failed, long retries, long refused) {}
