package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CpuQuantity;

/** CPU and memory, as Kubernetes requests and limits them. */
@Doc("CPU and memory")
public record Resources(
        @Doc("vCPU, in cores or thousandths (250m)") CpuQuantity cpu,
        @Doc("Memory (512Mi)") ByteSize memory) {}
