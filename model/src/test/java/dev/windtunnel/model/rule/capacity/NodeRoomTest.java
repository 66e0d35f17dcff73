package dev.windtunnel.model.rule.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.Resources;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import org.junit.jupiter.api.Test;

/** An m6g.large: 2 vCPU, 8 GiB, of which 7519Mi show. */
class NodeRoomTest {

    private static final String POOL = "minPerZone: 1 }";

    private static NodeRoom room(Designs designs) {
        Cluster cluster =
                designs.read().architecture().environments().getFirst().cluster();
        return NodeRoom.of(
                Catalog.embedded().instanceType("m6g.large").orElseThrow(),
                cluster,
                cluster.nodePools().getFirst());
    }

    private static Resources of(String cpu, String memory) {
        return new Resources(CpuQuantity.parse(cpu), ByteSize.parse(memory));
    }

    @Test
    void leavesWhatKubeletAndDaemonsDoNotTake() {
        NodeRoom room = room(Designs.minimal());

        // 2000m - 70m - 150m; 7519Mi - (255 + 11 x 29) - 100 - 320.
        assertEquals(of("1780m", "6525Mi"), room.room());
        assertEquals(29, room.maxPods());
    }

    @Test
    void takesMorePodsWithPrefixesAndKeepsMoreForThem() {
        NodeRoom room = room(Designs.minimal()
                .after(
                        "cluster:",
                        "version: \"1.34\"",
                        "version: \"1.34\"\n      addOns: { vpc-cni: { prefixDelegation: true } }"));

        assertEquals(110, room.maxPods());
        assertEquals(of("1780m", "5634Mi"), room.room());
    }

    @Test
    void followsWhatIsSaidOfKubelet() {
        NodeRoom room = room(Designs.minimal()
                .after(
                        "nodePools:",
                        POOL,
                        "minPerZone: 1, nodeClass: { kubelet: { maxPods: 20, kubeReserved: { cpu: 200m, memory: 1Gi }, "
                                + "systemReserved: { cpu: 100m } } } }"));

        assertEquals(20, room.maxPods());
        assertEquals(of("1550m", "6075Mi"), room.room());
    }

    @Test
    void fitsPodsByWhateverIsShortFirst() {
        NodeRoom room = room(Designs.minimal());

        assertEquals(3, room.pods(of("500m", "768Mi")));
        assertEquals(6, room.pods(of("100m", "1Gi")));
        assertEquals(29, room.pods(of("1m", "1Mi")));
        assertEquals(0, room.pods(of("2", "1Gi")));
    }
}
