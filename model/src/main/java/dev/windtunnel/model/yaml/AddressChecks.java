package dev.windtunnel.model.yaml;

import dev.windtunnel.model.unit.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Address blocks: VPCs apart from each other (S11), subnets inside their VPC and apart (S12). */
final class AddressChecks {

    private static final List<String> TIERS = List.of("public", "private", "isolated");

    private AddressChecks() {}

    /** A block and where it is written. */
    private record Block(Cidr cidr, Place place) {}

    static void check(List<Place> environments, Problems problems) {
        List<Block> vpcs = new ArrayList<>();
        for (Place environment : environments) {
            Optional<Block> vpc = block(environment.at("vpc").at("cidr"));
            vpc.ifPresent(block -> apart(block, vpcs, "VPC", problems));
            List<Block> subnets = new ArrayList<>();
            for (Place zone : environment.at("vpc").at("zones").children()) {
                for (String tier : TIERS) {
                    block(zone.at(tier)).ifPresent(subnet -> {
                        vpc.ifPresent(whole -> inside(subnet, whole, problems));
                        apart(subnet, subnets, "subnet", problems);
                    });
                }
            }
        }
    }

    private static Optional<Block> block(Place place) {
        return place.as(Cidr::parse).map(cidr -> new Block(cidr, place));
    }

    private static void inside(Block subnet, Block vpc, Problems problems) {
        if (!vpc.cidr().contains(subnet.cidr())) {
            problems.add(
                    subnet.place().position(),
                    subnet.place().path(),
                    "subnet " + subnet.cidr() + " lies outside its VPC " + vpc.cidr());
        }
        if (subnet.cidr().prefixLength() > 28 || subnet.cidr().prefixLength() < 16) {
            problems.add(
                    subnet.place().position(),
                    subnet.place().path(),
                    "a subnet is between /16 and /28, found /" + subnet.cidr().prefixLength());
        }
    }

    private static void apart(Block block, List<Block> earlier, String what, Problems problems) {
        for (Block other : earlier) {
            if (block.cidr().overlaps(other.cidr())) {
                problems.add(
                        block.place().position(),
                        block.place().path(),
                        what + " " + block.cidr() + " overlaps " + other.cidr() + " of "
                                + other.place().path() + " at line "
                                + other.place().position().line());
                // One is enough to act on, and a thousand equal blocks would be half a million problems.
                break;
            }
        }
        earlier.add(block);
    }
}
