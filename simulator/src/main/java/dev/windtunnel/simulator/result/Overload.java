package dev.windtunnel.simulator.result;

/**
 * Minutes in which a station was offered as much work as it can do, or more, so that it had no steady state: what waits there
 * grows as long as this lasts, or as far as a limit lets it, and latencies say how long it lasted.
 *
 * @param limit the station, as the label {@code limit} of its {@code traffic.intensity} series names it
 * @param fromMinute first of the minutes, since the start of the scenario, from 0
 * @param untilMinute the minute after the last
 * @param offered work that was offered over work that can be done, mean of these minutes
 */
public record Overload(String limit, int fromMinute, int untilMinute, double offered) {}
