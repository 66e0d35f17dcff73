package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Tag;

/** Which of several records of one name Route 53 answers with (S76). */
@Doc("Which of several records of one name is answered with")
@Choice(key = "policy")
public sealed interface RoutingPolicy {

    /** The only record of its name. */
    @Tag("simple")
    @Doc("The only record of its name")
    record Simple() implements RoutingPolicy {}

    /** A share of the answers, by weight among the healthy. */
    @Tag("weighted")
    @Doc("A share of the answers")
    record Weighted(
            @Doc("Weight among the records of the name, 0 to 255; 0 is never answered while others are")
            int weight) implements RoutingPolicy {

        /** @throws IllegalArgumentException if the weight is out of range */
        public Weighted {
            if (weight < 0 || weight > 255) {
                throw new IllegalArgumentException("weight lies between 0 and 255, found " + weight);
            }
        }
    }

    /** The first or the second choice. */
    @Tag("failover")
    @Doc("The first or the second choice")
    record Failover(
            @Doc("primary, answered while healthy, or secondary")
            Role role) implements RoutingPolicy {

        /** Which choice. */
        public enum Role {
            /** Answered while its health check passes. */
            PRIMARY,
            /** Answered otherwise. */
            SECONDARY
        }
    }

    /** The region that answers the client's network soonest. */
    @Tag("latency")
    @Doc("The region nearest by latency")
    record Latency(@Doc("Region that the record is for") String region) implements RoutingPolicy {}

    /** By where the client's resolver stands. */
    @Tag("geolocation")
    @Doc("By where the client is")
    record Geolocation(
            @Doc("Country by two letters, continent such as EU, or * for everybody else") @Default("\"*\"")
            String location)
            implements RoutingPolicy {}
}
