package dev.windtunnel.simulator.result;

/**
 * One minute of intended arrivals.
 *
 * @param minute since the start of the scenario, from 0
 * @param arrived requests that set out in it
 */
public record MinuteOutcome(int minute, long arrived, ViewOutcome client, ViewOutcome loadBalancer) {}
