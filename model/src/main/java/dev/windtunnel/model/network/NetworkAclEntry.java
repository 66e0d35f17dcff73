package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Cidr;

/** A numbered rule of a network ACL (S14). */
@Doc("A rule of a network ACL")
public record NetworkAclEntry(
        @Doc("Number, 1 to 32766; the lowest that fits decides")
        int rule,

        @Doc("allow or deny") Action action,
        @Doc("Addresses it is about") Cidr cidr,
        @Inline PortRange ports) {

    /** What becomes of what fits. */
    public enum Action {
        /** It passes. */
        ALLOW,
        /** It is dropped. */
        DENY
    }

    /** @throws IllegalArgumentException if the number is none that AWS takes */
    public NetworkAclEntry {
        if (rule < 1 || rule > 32_766) {
            throw new IllegalArgumentException("rule lies between 1 and 32766, found " + rule);
        }
    }
}
