package dev.windtunnel.model.compute;

import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;

/**
 * What an EKS node offers to pods: its capacity less what the hypervisor, kubelet and the eviction threshold keep (Kubernetes
 * sheet, section 13; {@code awslabs/amazon-eks-ami} kubelet configuration, {@code aws/karpenter-provider-aws} instance types).
 *
 * <p>DaemonSets are not taken off: they are pods.
 */
public final class Allocatable {

    private static final long MEBIBYTE = 1L << 20;

    /** Memory below which kubelet evicts pods. */
    private static final long EVICTION_MEBIBYTES = 100;

    /** Memory of an arm64 instance that never shows, beside the share below. */
    private static final long ARM64_HIDDEN_MEBIBYTES = 64;

    /** Upper ends of the steps of kube-reserved CPU, in thousandths of a core, and what each step keeps per 10,000. */
    private static final long[] STEP_END_MILLIS = {1_000, 2_000, 4_000, Long.MAX_VALUE};

    private static final long[] STEP_PER_10_000 = {600, 100, 50, 25};

    private Allocatable() {}

    /**
     * Of an amd64 instance with so many vCPUs, so much memory as the instance type states it, and so many pods at most.
     * Memory is what Karpenter assumes before launch: 7.5 % of it are taken for the hypervisor's, a little more than is.
     * Never negative: a type too small for kubelet offers 0.
     *
     * @throws IllegalArgumentException if a count is below 1
     */
    public static Resources of(int vcpus, ByteSize memory, int maxPods) {
        return of(vcpus, memory.bytes(), maxPods);
    }

    /** The same of an arm64 (Graviton) instance, which shows 64 MiB less. */
    public static Resources ofArm64(int vcpus, ByteSize memory, int maxPods) {
        return of(vcpus, Math.max(0, memory.bytes() - ARM64_HIDDEN_MEBIBYTES * MEBIBYTE), maxPods);
    }

    /**
     * What kubelet keeps for itself and the container runtime: 6 % of the first core, 1 % of the second, 0.5 % of the third
     * and fourth, 0.25 % of the rest, each step rounded down to thousandths; 255 MiB and 11 MiB per possible pod.
     *
     * @throws IllegalArgumentException if a count is below 1
     */
    public static Resources kubeReserved(int vcpus, int maxPods) {
        if (vcpus < 1 || maxPods < 1) {
            throw new IllegalArgumentException(
                    "vcpus and maxPods are at least 1, found vcpus " + vcpus + " and maxPods " + maxPods);
        }
        long capacityMillis = vcpus * 1_000L;
        long reservedMillis = 0;
        long stepStart = 0;
        for (int step = 0; step < STEP_END_MILLIS.length && stepStart < capacityMillis; step++) {
            long inStep = Math.min(STEP_END_MILLIS[step], capacityMillis) - stepStart;
            reservedMillis += inStep * STEP_PER_10_000[step] / 10_000;
            stepStart = STEP_END_MILLIS[step];
        }
        return new Resources(new CpuQuantity(reservedMillis), ByteSize.ofMebibytes(255 + 11L * maxPods));
    }

    private static Resources of(int vcpus, long shownBytes, int maxPods) {
        Resources reserved = kubeReserved(vcpus, maxPods);
        long kept = reserved.memory().bytes() + EVICTION_MEBIBYTES * MEBIBYTE;
        return new Resources(
                new CpuQuantity(vcpus * 1_000L - reserved.cpu().millis()),
                new ByteSize(Math.max(0, estimatedCapacity(shownBytes) - kept)));
    }

    /** 92.5 % of the memory, in whole mebibytes, rounded up as Karpenter does. */
    private static long estimatedCapacity(long bytes) {
        long thousandths = 1_000 * MEBIBYTE;
        return Math.ceilDiv(Math.multiplyExact(bytes, 925L), thousandths) * MEBIBYTE;
    }
}
