package dev.windtunnel.simulator.verification;

import dev.windtunnel.simulator.compile.StationNetwork.Station;
import dev.windtunnel.simulator.world.traffic.StationProbe;
import java.util.Arrays;
import java.util.List;

/** Watches all stations, and the clients: what it counts begins anew when a window opens. */
final class NetworkWatch implements StationProbe {

    private final StationTally[] stations;
    private FineHistogram responses = new FineHistogram();
    private double responseNanos;
    private double failedNanos;
    private long good;
    private long bad;

    NetworkWatch(List<Station> stations) {
        this.stations = stations.stream()
                .map(station -> new StationTally(NetworkMetrics.servers(station)))
                .toArray(StationTally[]::new);
    }

    /** Everything until now was warm-up. */
    void open(long now) {
        Arrays.setAll(stations, i -> StationTally.after(stations[i], now));
        responses = new FineHistogram();
        responseNanos = 0;
        failedNanos = 0;
        good = 0;
        bad = 0;
    }

    /** Nothing more is measured. */
    void close(long now) {
        for (StationTally station : stations) {
            station.close(now);
        }
    }

    StationTally station(int index) {
        return stations[index];
    }

    /** Latencies of good answers, from the intended start. */
    FineHistogram responses() {
        return responses;
    }

    double meanResponse() {
        return responseNanos / 1e9 / good;
    }

    /** Good answers and failures alike. */
    double meanResponseOfAll() {
        return (responseNanos + failedNanos) / 1e9 / (good + bad);
    }

    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    @Override
    public void came(int workload, long now) {
        stations[workload].came(now);
    }

    @Override
    public void refused(int workload, long now) {
        stations[workload].refused(now);
    }

    @Override
    public void started(int workload, long waitedNanos, long now) {
        stations[workload].started(waitedNanos, now);
    }

    @Override
    public void leftLine(int workload, long waitedNanos, long now) {
        stations[workload].leftLine(waitedNanos, now);
    }

    @Override
    public void left(int workload, long sojournNanos, long now) {
        stations[workload].left(sojournNanos, now);
    }

    @Override
    public void answered(int endpoint, boolean isGood, long latencyNanos, long now) {
        if (isGood) {
            good++;
            responseNanos += latencyNanos;
            responses.add(latencyNanos);
        } else {
            bad++;
            failedNanos += latencyNanos;
        }
    }
}
