package dev.windtunnel.simulator.diagram;

/**
 * Own neutral glyphs, one per kind of node, as SVG path data in a 24 by 24 square, drawn with a stroke of 1.7 and round ends.
 * Vendors' icon sets are not used: their terms forbid changed copies.
 */
final class Glyphs {

    private Glyphs() {}

    /** Path data of the glyph. */
    static String path(NodeKind kind) {
        return switch (kind) {
            case USERS ->
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20v-1.5a4.5 4.5 0 0 1 4.5-4.5h4a4.5 4.5 0 0 1 4.5 4.5V20"
                        + "M15.5 4.4a3.5 3.5 0 0 1 0 6.2M17.5 14.3a4.5 4.5 0 0 1 4 4.2V20";
            case DEVELOPERS -> "M8 7l-5 5 5 5M16 7l5 5-5 5M13.7 4.5l-3.4 15";
            case DNS ->
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9M12 3c-3 2.6-4 5.6-4 9s1 6.4 4 9";
            case LOAD_BALANCER ->
                "M3 12h7M10 12l6-6.5h4M10 12h10M10 12l6 6.5h4M18 3.3l2.4 2.2L18 7.7M18 9.8l2.4 2.2-2.4 2.2M18 16.3l2.4 2.2-2.4 2.2";
            case NAT -> "M4 4v16M20 4v16M4 9h12M13 6l3.2 3-3.2 3M20 15H8M11 12l-3.2 3 3.2 3";
            case INTERNET ->
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.6 9h16.8M3.6 15h16.8M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9M12 3c-3 2.6-4 5.6-4 9s1 6.4 4 9";
            case INTERNET_GATEWAY -> "M5 20V10a7 7 0 0 1 14 0v10M3 20h18M12 20v-8M9 14.5l3-3 3 3";
            case ROUTE_TABLE -> "M4 5h16v14H4zM4 9.7h16M4 14.3h16M9.5 5v14M13 12h4M15.5 10.8l1.3 1.200-1.300 1.200";
            case CRON_JOB -> "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.500 2.500";
            case CACHE -> "M13 3L5 13.500h6L10 21l9-11h-6.500z";
            case QUEUE -> "M3 7h5v10H3zM10 7h4v10h-4zM16 7h5v10h-5z";
            case BUCKET ->
                "M4 6c0-1.700 3.600-3 8-3s8 1.300 8 3-3.600 3-8 3-8-1.300-8-3M4 6l2.200 13c.3 1.200 2.800 2 5.800 2s5.500-.8 5.800-2L20 6";
            case EXTERNAL_SERVICE -> "M10 5H5v14h14v-5M13 4h7v7M20 4l-9.500 9.500";
            case CLUSTER ->
                "M12 3v3.5M12 17.5V21M4.2 7.5l3 1.7M16.8 14.8l3 1.7M4.2 16.5l3-1.7M16.8 9.2l3-1.7M12 6.5l4.8 2.7v5.6L12 17.5l-4.8-2.7V9.2zM12 10.6v2.8";
            case NODES -> "M4 4h16v6.5H4zM4 13.5h16V20H4zM7.5 7.250h.01M7.5 16.750h.01M11 7.250h6M11 16.750h6";
            case WORKLOAD -> "M12 3l8 4.5v9L12 21l-8-4.5v-9zM12 12l8-4.5M12 12v9M12 12L4 7.5";
            case DATABASE ->
                "M4.5 6.5C4.5 4.6 7.8 3 12 3s7.5 1.6 7.5 3.5S16.2 10 12 10 4.5 8.4 4.5 6.5M4.5 6.5v11C4.5 19.4 7.8 21 12 21s7.5-1.6 7.5-3.5v-11M4.5 12c0 1.9 3.3 3.5 7.5 3.5s7.5-1.6 7.5-3.5";
            case DATABASE_STANDBY ->
                "M4.5 6.5C4.5 4.6 7.8 3 12 3s7.5 1.6 7.5 3.5S16.2 10 12 10 4.5 8.4 4.5 6.5M4.5 6.5v11C4.5 19.4 7.8 21 12 21s7.5-1.6 7.5-3.5v-11M10 13.3v4M14 13.3v4";
            case PIPELINE ->
                "M5 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M19 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7.5 12h9M10.5 5.5h3v3h-3zM10.5 15.5h3v3h-3zM5 9.5C5 7.5 7 7 10.5 7M13.5 7C17 7 19 7.5 19 9.5M5 14.5C5 16.5 7 17 10.5 17M13.5 17c3.5 0 5.5-.5 5.5-2.5";
            case REGISTRY -> "M3 9h18v11H3zM6 9V5.5h5V9M13 9V5.5h5V9M7 13v3.5M11 13v3.5M15 13v3.5M18 13v3.5";
            case SHARED_SERVICE ->
                "M8.5 4a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M11.7 11.7L20 20M16.5 16.5l-2.2 2.2M19 19l-1.7 1.7M8.5 8.5h.01";
            case SHIELD -> "M12 3l7.5 2.5v6c0 4.7-3 7.8-7.5 9.5-4.5-1.7-7.5-4.8-7.5-9.5v-6zM8.5 11.8l2.5 2.5 4.5-4.8";
            case LOGS -> "M5 3h10l4 4v14H5zM15 3v4h4M8.5 11h7M8.5 14h7M8.5 17h4";
            case ENVIRONMENT -> "M7 18.5a4 4 0 0 1-.5-8 6 6 0 0 1 11.5 1.3 3.4 3.4 0 0 1-.5 6.7z";
        };
    }
}
