package dev.windtunnel.simulator.world.traffic;

/** Database gauges; peaks since the last reading. */
public record DatabaseGauges(
        double usedCoreNanos,
        int vcpus,
        int connections,
        int peakConnections,
        int usableConnections,
        int running,
        int peakRunning) {

    /** Where there is no database. */
    static final DatabaseGauges NONE = new DatabaseGauges(0, 0, 0, 0, 0, 0, 0);
}
