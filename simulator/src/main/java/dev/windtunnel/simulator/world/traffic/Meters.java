package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledScenario;

/** What AWS meters of the traffic: integers, by the hour where capacity units are reckoned by the hour. */
public final class Meters {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final long[] newConnections;
    private final long[] activeConnectionMinutes;
    private final long[] processedBytes;
    private final long[] requests;
    long egressBytes;
    long crossZoneBytes;
    private long natBytes;
    long events;

    /** Requests that arrived since this was last read and reset, for gauges. */
    long arrivedInMinute;

    /** How unevenly requests arrive. */
    final ArrivalSquares arrivalSquares = new ArrivalSquares();

    Meters(CompiledScenario scenario) {
        int hours = (int) ((scenario.horizonNanos() + HOUR_NANOS - 1) / HOUR_NANOS);
        newConnections = new long[hours];
        activeConnectionMinutes = new long[hours];
        processedBytes = new long[hours];
        requests = new long[hours];
    }

    /** How many hours have begun. */
    public int hours() {
        return requests.length;
    }

    private int hour(long now) {
        return Math.min((int) (now / HOUR_NANOS), requests.length - 1);
    }

    void connected(long now) {
        newConnections[hour(now)]++;
    }

    /** So many connections, one or none, are used for the first time in this minute. */
    void activeInMinute(int connections, long now) {
        activeConnectionMinutes[hour(now)] += connections;
    }

    void request(long bytes, long now) {
        int hour = hour(now);
        requests[hour]++;
        processedBytes[hour] += bytes;
    }

    void response(long bytes, long now) {
        processedBytes[hour(now)] += bytes;
        egressBytes += bytes;
    }

    /** Bytes pass a NAT gateway, either way. */
    void throughNat(long bytes) {
        natBytes += bytes;
    }

    /** Bytes of external calls and their answers through NAT gateways. */
    public long natBytes() {
        return natBytes;
    }

    public long newConnections(int hour) {
        return newConnections[hour];
    }

    public long activeConnectionMinutes(int hour) {
        return activeConnectionMinutes[hour];
    }

    public long processedBytes(int hour) {
        return processedBytes[hour];
    }

    public long requests(int hour) {
        return requests[hour];
    }

    /** Sum over all seconds so far of the squared number of requests that arrived in it. */
    public long arrivalSquares() {
        return arrivalSquares.sum();
    }

    /** Bytes of responses, and of calls to external services, to the internet. */
    public long egressBytes() {
        return egressBytes;
    }

    /** Bytes between pods and databases, caches or NAT gateways in another zone, counted once. */
    public long crossZoneBytes() {
        return crossZoneBytes;
    }

    /** Takes over another's state. */
    void copyFrom(Meters other) {
        System.arraycopy(other.newConnections, 0, newConnections, 0, newConnections.length);
        System.arraycopy(other.activeConnectionMinutes, 0, activeConnectionMinutes, 0, activeConnectionMinutes.length);
        System.arraycopy(other.processedBytes, 0, processedBytes, 0, processedBytes.length);
        System.arraycopy(other.requests, 0, requests, 0, requests.length);
        egressBytes = other.egressBytes;
        crossZoneBytes = other.crossZoneBytes;
        natBytes = other.natBytes;
        events = other.events;
        arrivedInMinute = other.arrivedInMinute;
        arrivalSquares.copyFrom(other.arrivalSquares);
    }
}
