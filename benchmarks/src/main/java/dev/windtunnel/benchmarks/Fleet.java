package dev.windtunnel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scenario of the full request path, and how the sections vary it. */
final class Fleet {

    /** The scenario as it stands is the first row; everything else is an override of it. */
    static final String FILE = "benchmarks/scenarios/fleet.yaml";

    /** Requests per second of a pod that is used as the scenario uses it: 3,000/s on 42 pods. */
    private static final double PER_POD = 3000.0 / 42;

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
     * The same load on each of so many pods, and about so many requests altogether. One database carries the largest fleet as
     * well as the smallest only if its statements are short and its connections many, so they are for all.
     */
    static List<String> ofPods(int pods, long requests) {
        double perSecond = PER_POD * pods;
        List<String> overrides =
                new ArrayList<>(steady(perSecond, pods, (int) Math.max(1, Math.round(requests / perSecond))));
        overrides.add("workloads.backend.replicas.min=" + pods);
        // Frontends of a tenth of the requests: 3 for 42 backends carry a use of a fifth; they share the backends'
        // nodes.
        int frontends = Math.max(1, pods / 14);
        overrides.add("workloads.frontend.replicas.min=" + frontends);
        overrides.add("workloads.frontend.replicas.max=" + frontends);
        overrides.add("cluster.nodePools.on-demand-amd64.minPerZone=" + Math.ceilDiv(pods, PODS_OF_A_NODE * ZONES));
        overrides.add("database.class=db.r6i.32xlarge");
        overrides.add("database.maxConnections=200000");
        for (String endpoint : List.of("list", "detail", "profile", "cart", "checkout", "login")) {
            overrides.add("endpoints." + endpoint + ".queryTime=20us");
        }
        return overrides;
    }
}
