package dev.windtunnel.simulator.result;

/**
 * What the engine did.
 *
 * @param requests user requests
 * @param events events processed for them and for the control plane
 */
public record EngineCounts(long requests, long events) {}
