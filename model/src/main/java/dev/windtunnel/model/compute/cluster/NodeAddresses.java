package dev.windtunnel.model.compute.cluster;

/**
 * Addresses that a node takes from its subnet: those of its interfaces, those of its pods, and those that the VPC CNI keeps ready
 * for further pods (Kubernetes sheet, section 13; VPC-05; {@code aws/amazon-vpc-cni-k8s}, {@code docs/eni-and-ip-target.md} and
 * {@code docs/prefix-and-ip-target.md}).
 */
public final class NodeAddresses {

    /** Addresses of a prefix, a /28. */
    private static final int PREFIX = 16;

    private NodeAddresses() {}

    /**
     * Of a node with so many pods that have an address of their own; pods on the host's network have none.
     *
     * @param cni as the cluster has it; with custom networking pods and what is kept ready lie in other subnets
     * @param interfaces most network interfaces of the instance type
     * @param perInterface most IPv4 addresses of each, its own among them
     * @param pods that the node runs; more than it has room for count as far as there is room
     * @throws IllegalArgumentException if a count is negative, or the type has no interface or no second address
     */
    public static int of(VpcCni cni, int interfaces, int perInterface, int pods) {
        if (interfaces < 1 || perInterface < 2 || pods < 0) {
            throw new IllegalArgumentException(
                    "a node has at least 1 interface with 2 addresses and no negative pods, found interfaces "
                            + interfaces + ", perInterface " + perInterface + " and pods " + pods);
        }
        if (cni.customNetworking()) {
            return 1;
        }
        int slots = perInterface - 1;
        if (cni.prefixDelegation()) {
            int prefixes = Math.min(interfaces * slots, prefixes(cni, pods));
            return Math.max(1, Math.ceilDiv(prefixes, slots)) + prefixes * PREFIX;
        }
        if (countsAddresses(cni)) {
            int addresses = Math.min(interfaces * slots, wanted(cni, pods));
            return Math.max(1, Math.ceilDiv(addresses, slots)) + addresses;
        }
        // Interfaces are taken whole: those that the pods need, and those that are kept ready.
        int whole = Math.ceilDiv(pods, slots) + cni.warmEniTarget();
        return Math.clamp(whole, 1, interfaces) * perInterface;
    }

    private static int prefixes(VpcCni cni, int pods) {
        return countsAddresses(cni)
                ? Math.ceilDiv(wanted(cni, pods), PREFIX)
                : Math.ceilDiv(pods, PREFIX) + cni.warmPrefixTarget();
    }

    private static boolean countsAddresses(VpcCni cni) {
        return cni.warmIpTarget() != null || cni.minimumIpTarget() != null;
    }

    private static int wanted(VpcCni cni, int pods) {
        int warm = cni.warmIpTarget() == null ? 0 : cni.warmIpTarget();
        int least = cni.minimumIpTarget() == null ? 0 : cni.minimumIpTarget();
        return Math.max(least, pods + warm);
    }
}
