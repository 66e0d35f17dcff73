package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.unit.Cidr;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may connect to what carries a security group, or where it may connect to (S14). */
@Doc("Whom a security group lets in, or where it lets out: one of cidr, ipv6Cidr, group and prefixList, and the ports")
public record SecurityGroupRule(
        @Doc("Addresses, such as 0.0.0.0/0 for the internet; absent unless the rule is about them") @Nullable Cidr cidr,

        @Doc("IPv6 addresses, such as ::/0; absent unless the rule is about them") @Nullable String ipv6Cidr,

        @Doc("What carries this security group of the VPC; absent unless the rule is about it") @Nullable String group,

        @Doc("Managed prefix list, such as that of CloudFront; absent unless the rule is about it") @Nullable String prefixList,

        @Inline PortRange ports,

        @Doc("Why it is there") @Default("\"\"") String description) {

    /** @throws IllegalArgumentException unless exactly one peer is named */
    public SecurityGroupRule {
        long peers = Stream.of(cidr, ipv6Cidr, group, prefixList)
                .filter(Objects::nonNull)
                .count();
        if (peers != 1) {
            throw new IllegalArgumentException(
                    "a rule names one of cidr, ipv6Cidr, group and prefixList, found " + peers + " of them");
        }
    }

    /** Out to everywhere, as a new security group has it. */
    static SecurityGroupRule everywhere() {
        return new SecurityGroupRule(Cidr.parse(Route.ANY_IPV4), null, null, null, PortRange.everything(), "");
    }

    /** Whether it is about the whole internet. */
    public boolean isAnywhere() {
        return (cidr != null && cidr.prefixLength() == 0) || Route.ANY_IPV6.equals(ipv6Cidr);
    }
}
