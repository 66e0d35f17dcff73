package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scenario of the full request path, and how the sections vary it. */
final class Fleet {

    /** The scenario as it stands is the first row; everything else is an override of it. */
    static final String FILE = "benchmarks/scenarios/fleet.yaml";

    /** Requests per second of a pod that is used to 68 %, as in the scenario, by requests of 72 ms on average. */
    private static final double PER_POD = 9.4;

    /** Work on the CPU for each request of a fleet: {@code 35% x 80 + 30% x 60 + 12% x 50 + 8% x 100 + 5% x 250 = 72.5} ms. */
    private static final List<String> WORK =
            List.of("list=80ms", "detail=60ms", "profile=50ms", "cart=100ms", "checkout=250ms", "login=250ms");

    private static final int PODS_OF_A_NODE = 7;
    private static final int ZONES = 3;

    private Fleet() {}

    /** A steady load, the number of pods bounded by the given one. */
    static List<String> steady(double perSecond, int mostPods, int seconds) {
        return List.of(
                "duration=" + seconds + "s",
                String.format(Locale.ROOT, "traffic.rate.stages.0.target=%.0f/s", perSecond),
                "workloads.backend.replicas.max=" + mostPods);
    }

    /**
     * The same use of each of so many pods, and about so many requests altogether. Requests are long, so that the largest fleet
     * stays below the 100,000 requests per second that a run may have. One database carries it as well as the smallest only if
     * its statements are short and its connections many, so they are for all.
     */
    static List<String> ofPods(int pods, long requests) {
        double perSecond = PER_POD * pods;
        // The rate rises for a quarter of the time: 80,000 cold connections opened at once would be a storm of their
        // own.
        int seconds = (int) Math.round(requests / perSecond / 0.875);
        List<String> overrides = new ArrayList<>(steady(perSecond, pods, seconds));
        overrides.add("traffic.rate.startRate=1/s");
        overrides.add("traffic.rate.stages.0.duration=" + seconds / 4 + "s");
        overrides.add("clients.retries.budget=10%");
        overrides.add("workloads.backend.replicas.min=" + pods);
        // A tenth of the requests go to the frontends: one for 14 backends has little to do; they share the backends'
        // nodes.
        int frontends = Math.max(1, pods / 14);
        overrides.add("workloads.frontend.replicas.min=" + frontends);
        overrides.add("workloads.frontend.replicas.max=" + frontends);
        overrides.add("cluster.nodePools.on-demand-amd64.minPerZone=" + Math.ceilDiv(pods, PODS_OF_A_NODE * ZONES));
        overrides.add("database.class=db.r6i.32xlarge");
        overrides.add("database.maxConnections=200000");
        for (String work : WORK) {
            int equals = work.indexOf('=');
            String endpoint = "endpoints." + work.substring(0, equals);
            overrides.add(endpoint + ".cpu=lognormal(mean " + work.substring(equals + 1) + ", cv 0.6)");
            overrides.add(endpoint + ".queryTime=20us");
        }
        return overrides;
    }

    /** The same fleet for the same time with one request per second: what it costs to have. */
    static List<String> atRest(int pods, long requests) {
        List<String> overrides = new ArrayList<>(ofPods(pods, requests));
        overrides.removeIf(override -> override.startsWith("traffic.rate.stages.0.target="));
        overrides.add("traffic.rate.stages.0.target=1/s");
        return overrides;
    }
}
