package dev.windtunnel.model.fault;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Tag;
import java.time.Duration;

/** Something that is broken on purpose. */
@Choice(key = "fault")
@Doc("What is broken")
public sealed interface Fault {

    /** Its word in YAML and in reports. */
    String kind();

    /** How long it lasts. */
    Duration duration();

    /**
     * Loss of an availability zone: nodes, pods, NAT gateway, load balancer node, and the database instance that stands
     * there. Lost instances are silent, they do not refuse (AZ-01, AZ-04).
     */
    @Tag("az-loss")
    @Doc("A whole availability zone falls silent")
    record AzLoss(
            @Doc("Zone, by its short name") String zone,
            @Doc("How long it lasts") @Key("for") Duration duration) implements Fault {

        /** @throws IllegalArgumentException if it lasts no time */
        public AzLoss {
            if (duration.isZero()) {
                throw new IllegalArgumentException("a fault lasts longer than 0s");
            }
        }

        @Override
        public String kind() {
            return "az-loss";
        }
    }
}
