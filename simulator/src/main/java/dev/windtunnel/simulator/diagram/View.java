package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;

/** What of an architecture a picture shows. */
public enum View {
    /** Everything on one page, with one environment in full (S04). */
    OVERVIEW("overview"),
    /** The organization: accounts, what each holds, what flows between them. */
    ACCOUNTS("accounts"),
    /** One environment's VPC: zones, subnets, routes. */
    NETWORK("network"),
    /** The way of a request through one environment. */
    REQUEST_PATH("request-path"),
    /** The way of a change from developers to every environment. */
    DELIVERY("delivery");

    private final String title;

    View(String title) {
        this.title = title;
    }

    /** As it is written on the command line. */
    public String title() {
        return title;
    }

    /**
     * The picture of an architecture.
     *
     * @param environment the one to look at; accounts and delivery show all of them
     * @throws IllegalArgumentException if the environment is not the architecture's
     */
    public Diagram of(Architecture architecture, Environment environment) {
        OverviewDiagram.requireEnvironment(architecture, environment);
        return switch (this) {
            case OVERVIEW -> OverviewDiagram.of(architecture, environment);
            case ACCOUNTS -> AccountsDiagram.of(architecture);
            case NETWORK -> NetworkDiagram.of(architecture, environment);
            case REQUEST_PATH -> RequestPathDiagram.of(architecture, environment);
            case DELIVERY -> DeliveryDiagram.of(architecture);
        };
    }
}
