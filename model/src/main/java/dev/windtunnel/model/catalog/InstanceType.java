package dev.windtunnel.model.catalog;

import dev.windtunnel.model.unit.ByteSize;

/**
 * An EC2 instance type as a Kubernetes node sees it.
 *
 * @param name {@code m6i.large}
 * @param architecture {@code amd64} or {@code arm64}, as Kubernetes labels it
 * @param memory nominal; what a node can allocate is less
 * @param maxPods the smaller of what the network interfaces can address (secondary-address mode) and what EKS
 *     recommends: 110 below 30 vCPUs, 250 from there on
 * @param burstable whether CPU credits govern it (T families)
 * @param baselineSharePerVcpu share of each vCPU that may be used forever, 0..1; 1 unless burstable
 * @param relativeSpeed single-thread speed of a vCPU, m6i is 1; an estimate (APP-17)
 * @param speedBasis where the speed comes from: the fact, or the documented family it was taken from
 * @param networkInterfaces most network interfaces
 * @param addressesPerInterface most IPv4 addresses of each, its own among them
 */
public record InstanceType(
        String name,
        String architecture,
        int vcpus,
        ByteSize memory,
        int maxPods,
        boolean burstable,
        double baselineSharePerVcpu,
        double relativeSpeed,
        String speedBasis,
        int networkInterfaces,
        int addressesPerInterface) {

    private static final int PODS_OF_A_SMALL_NODE = 110;
    private static final int PODS_OF_A_LARGE_NODE = 250;
    private static final int VCPUS_OF_A_LARGE_NODE = 30;

    /** {@code m6i} of {@code m6i.large}. */
    public String family() {
        return familyOf(name);
    }

    static InstanceType of(Sheet.Row row) {
        String name = row.text("instance_type");
        int vcpus = row.integer("vcpu");
        boolean burstable = row.bool("burstable");
        int recommended = vcpus < VCPUS_OF_A_LARGE_NODE ? PODS_OF_A_SMALL_NODE : PODS_OF_A_LARGE_NODE;
        RelativeSpeed speed = RelativeSpeed.of(familyOf(name));
        return new InstanceType(
                name,
                row.text("arch"),
                vcpus,
                ByteSize.ofMebibytes(row.integer("memory_mib")),
                Math.min(row.integer("max_pods_eni"), recommended),
                burstable,
                burstable ? row.integer("baseline_pct_per_vcpu") / 100.0 : 1,
                speed.factor(),
                speed.basis(),
                row.integer("max_eni"),
                row.integer("ipv4_per_eni"));
    }

    static String familyOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
