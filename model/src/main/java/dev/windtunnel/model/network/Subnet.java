package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Cidr;
import java.util.Locale;

/** A subnet: one of the three that each zone has, or a further one (S12, VPC-03). */
@Doc("A subnet beside those of the zones, such as one for the cluster's own interfaces or for firewall endpoints")
public record Subnet(
        @Named String name,

        @Doc("Tier: public, private or isolated; it says what the default route is (S13)")
        SubnetTier tier,

        @Doc("Availability zone that it lies in, by short name")
        String zone,

        @Doc("Address block inside the VPC's, /16 to /28; AWS keeps five addresses (VPC-01)")
        Cidr cidr,

        @Doc("Whether what is launched in it gets a public address (S16)") @Default("false")
        boolean mapPublicIpOnLaunch) {

    /** A subnet of a zone, named after both: {@code private-a}. */
    static Subnet ofZone(SubnetTier tier, String zone, Cidr cidr) {
        return new Subnet(nameOf(tier, zone), tier, zone, cidr, false);
    }

    /** The name of a zone's own subnet. */
    public static String nameOf(SubnetTier tier, String zone) {
        return nameOf(tier) + "-" + zone;
    }

    /** The word for all subnets of a tier. */
    public static String nameOf(SubnetTier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the word means it: its own name or that of its tier. */
    boolean isMeantBy(String word) {
        return word.equals(name) || word.equals(nameOf(tier));
    }
}
