package dev.windtunnel.simulator.cost;

/** Names of metered resources, {@code m6i.large/on-demand} or {@code db.m6g.large/multi-az}, in their two halves. */
final class MeteredResource {

    private MeteredResource() {}

    /** The type or class. */
    static String name(String resource) {
        return resource.substring(0, slash(resource));
    }

    /** The capacity type or deployment. */
    static String kind(String resource) {
        return resource.substring(slash(resource) + 1);
    }

    private static int slash(String resource) {
        int slash = resource.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException(
                    "a metered resource reads type/kind, such as m6i.large/on-demand, found " + resource);
        }
        return slash;
    }
}
