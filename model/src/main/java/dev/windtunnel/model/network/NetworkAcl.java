package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A network ACL: rules for all of a subnet, without memory: answers need a rule too (S14). */
@Doc("A network ACL; what no rule allows is dropped, answers to ports 1024 to 65535 too")
public record NetworkAcl(
        @Named String name,

        @Doc(
                "Subnets that it guards, by name (isolated-a) or tier (isolated); a subnet has one at most, without one everything passes")
        List<String> subnets,

        @Doc("Rules for what comes in") @Default("[]") List<NetworkAclEntry> ingress,
        @Doc("Rules for what goes out") @Default("[]") List<NetworkAclEntry> egress) {

    /** @throws IllegalArgumentException if it guards nothing or numbers repeat */
    public NetworkAcl {
        subnets = List.copyOf(subnets);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
        if (subnets.isEmpty()) {
            throw new IllegalArgumentException("subnets names at least one subnet or tier");
        }
        numbersStandOnce("ingress", ingress);
        numbersStandOnce("egress", egress);
    }

    private static void numbersStandOnce(String key, List<NetworkAclEntry> entries) {
        if (entries.stream().map(NetworkAclEntry::rule).distinct().count() < entries.size()) {
            throw new IllegalArgumentException(key + " has each rule number once");
        }
    }
}
