package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;
import org.jspecify.annotations.Nullable;

/** An amount of CPU, of memory, or of both. */
@Doc("An amount of CPU, of memory, or of both")
public record ResourceAmount(
        @Doc("vCPU, in cores or thousandths (250m); absent means nothing is said of CPU") @Nullable CpuQuantity cpu,

        @Doc("Memory (512Mi); absent means nothing is said of memory") @Nullable ByteSize memory) {

    /** @throws IllegalArgumentException if neither is there */
    public ResourceAmount {
        if (cpu == null && memory == null) {
            throw new IllegalArgumentException("cpu, memory or both are written, found neither");
        }
    }

    /** Whether nothing that both speak of is smaller here than there. */
    public boolean covers(ResourceAmount other) {
        boolean cpuCovers = cpu == null || other.cpu == null || cpu.compareTo(other.cpu) >= 0;
        boolean memoryCovers = memory == null || other.memory == null || memory.compareTo(other.memory) >= 0;
        return cpuCovers && memoryCovers;
    }
}
