package dev.windtunnel.model.rule.network;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.minimal;
import static dev.windtunnel.model.rule.Judged.prod;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressSpaceTest {

    private static List<String> found(Designs design) {
        return by("R-NET-09", design);
    }

    private static AddressPlan planOfProd(Designs design) {
        Architecture architecture = design.read().architecture();
        return AddressPlan.of(
                Catalog.embedded(), architecture.environment("prod").orElseThrow());
    }

    /**
     * 30 backend pods and as many of a canary: 3 on each m6g.large (1,780m for pods, 550m each), so 20 nodes. 9 frontend pods and 3
     * beside them during a release: 17 on a node of their own, 0.7 of a node. Together 20.7, in two zones 11 each, with 36 pods
     * in each zone: 4 on a node, and 3 of daemons. Two prefixes of 16 and an interface make 33. The CronJob's pod stands on the
     * smallest Spot type.
     */
    @Test
    void countsReleasesJobsAndDaemonsInTheZonesThatAreLeft() {
        AddressPlan plan = planOfProd(shipped());

        assertEquals("1 c5.xlarge x 33 + 11 m6g.large x 33", plan.described());
        assertEquals(2, plan.zonesLeft());
        assertEquals(60 + 12 + 1, plan.pods());
        assertEquals(396, plan.perZone());
    }

    @Test
    void takesWholeInterfacesWithoutPrefixes() {
        AddressPlan plan = planOfProd(prod("prefixDelegation: true", "prefixDelegation: false"));

        assertEquals("1 c5.xlarge x 30 + 11 m6g.large x 20", plan.described());
    }

    @Test
    void plansForNodesThatStandWithoutPods() {
        AddressPlan plan = planOfProd(prod("minPerZone: 1", "minPerZone: 15"));

        assertEquals("1 c5.xlarge x 33 + 15 m6g.large x 33", plan.described());
    }

    @Test
    void plansForTheOnlyZoneAsItIs() {
        AddressPlan plan =
                AddressPlan.of(Catalog.embedded(), minimal().environments().getFirst());

        // A pod without autoscaler and one beside it during a release; 3 of 500m fit on an m6g.large.
        assertEquals("1 m6g.large x 20", plan.described());
        assertEquals(2, plan.pods());
        assertEquals(1, plan.zonesLeft());
    }

    @Test
    void findsAPrivateSubnetThatIsFullBeforeThePeak() {
        Designs design = prod("private: 10.30.32.0/19", "private: 10.30.32.0/24");

        assertEquals(
                List.of(
                        "environments.prod.vpc.zones.a.private: 10.30.32.0/24 has 251 addresses to give; with one of 3 zones"
                                + " gone 73 pods on 1 c5.xlarge x 33 + 11 m6g.large x 33, 11 of endpoints, and 16 for EKS make 423"),
                found(design));
    }

    @Test
    void acceptsItWhereFewerAddressesAreKeptReady() {
        Designs design = prod("private: 10.30.32.0/19", "private: 10.30.32.0/24")
                .after("vpc-cni:", "prefixDelegation: true, warmPrefixTarget: 1", "warmIpTarget: 2");

        assertEquals(List.of(), found(design));
    }

    @Test
    void knowsTheLastAddress() {
        Designs tooSmall = dev("private: 10.10.32.0/19", "private: 10.10.32.0/27");
        Designs justEnough = dev("private: 10.10.32.0/19", "private: 10.10.32.0/26");

        assertEquals(
                List.of(
                        "environments.dev.vpc.zones.a.private: 10.10.32.0/27 has 27 addresses to give; with one of 3 zones"
                                + " gone 8 pods on 1 t4g.xlarge x 33, 9 of endpoints, and 16 for EKS make 58"),
                found(tooSmall));
        assertEquals(List.of(), found(justEnough));
    }

    @Test
    void countsAnInternalLoadBalancerToo() {
        Designs design = dev("private: 10.10.32.0/19", "private: 10.10.32.0/26")
                .after("  dev:\n    extends: stage", "loadBalancer: {", "loadBalancer: { scheme: internal,");

        assertEquals(
                List.of(
                        "environments.dev.vpc.zones.a.private: 10.10.32.0/26 has 59 addresses to give; with one of 3 zones"
                                + " gone 8 pods on 1 t4g.xlarge x 33, 9 of endpoints, 8 for the load balancer and 16 for EKS make 66"),
                found(design));
    }

    @Test
    void wantsRoomForTheLoadBalancer() {
        Designs design = dev("public: 10.10.0.0/24", "public: 10.10.0.0/28");
        Designs elsewhere = dev("public: 10.10.0.0/24", "public: 10.10.0.0/28")
                .after("  dev:\n    extends: stage", "loadBalancer: {", "loadBalancer: { zones: [b, c],");

        assertEquals(
                List.of("environments.dev.vpc.zones.a.public: expected at least /27 with 8 free addresses for the load"
                        + " balancer, found 10.10.0.0/28"),
                found(design));
        assertEquals(List.of(), found(elsewhere));
    }
}
