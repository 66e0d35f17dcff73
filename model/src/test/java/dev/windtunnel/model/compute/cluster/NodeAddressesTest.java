package dev.windtunnel.model.compute.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the VPC CNI's own documents; an m5.large has 3 interfaces with 10 addresses each. */
class NodeAddressesTest {

    private static VpcCni cni(
            boolean prefixes, @Nullable Integer warmIps, @Nullable Integer minimumIps, boolean custom) {
        return new VpcCni(null, true, prefixes, 1, warmIps, minimumIps, 1, custom, false);
    }

    private static final VpcCni DEFAULTS = cni(false, null, null, false);

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 20", "9, 20", "10, 30", "18, 30", "27, 30", "100, 30"})
    void takeWholeInterfacesAndKeepOneReady(int pods, int addresses) {
        assertEquals(addresses, NodeAddresses.of(DEFAULTS, 3, 10, pods));
    }

    @ParameterizedTest
    @CsvSource({"1, 33", "16, 33", "17, 49", "110, 129"})
    void comeInPrefixesOfSixteen(int pods, int addresses) {
        assertEquals(addresses, NodeAddresses.of(cni(true, null, null, false), 3, 10, pods));
    }

    @ParameterizedTest
    @CsvSource({"0, 12", "5, 12", "9, 13", "27, 30"})
    void areCountedOneByOneWhereTargetsSaySo(int pods, int addresses) {
        assertEquals(addresses, NodeAddresses.of(cni(false, 2, 10, false), 3, 10, pods));
    }

    @Test
    void areTheNodesOwnOnlyWithCustomNetworking() {
        assertEquals(1, NodeAddresses.of(cni(false, null, null, true), 3, 10, 20));
    }

    @Test
    void areAskedOfANodeThatThereIs() {
        assertThrows(IllegalArgumentException.class, () -> NodeAddresses.of(DEFAULTS, 0, 10, 1));
        assertThrows(IllegalArgumentException.class, () -> NodeAddresses.of(DEFAULTS, 3, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> NodeAddresses.of(DEFAULTS, 3, 10, -1));
    }
}
