package dev.windtunnel.simulator.result;

/**
 * One endpoint over the whole run.
 *
 * @param arrived requests that set out
 * @param inFlight of them, those still under way when the run ended: counted by neither view
 */
public record EndpointOutcome(
        String endpoint,
        String workload,
        String method,
        String path,
        long arrived,
        long inFlight,
        ViewOutcome client,
        ViewOutcome loadBalancer) {}
