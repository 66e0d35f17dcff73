package dev.windtunnel.model.compute.node;

/** What a node is, and what an image is built for. */
public enum CpuArchitecture {
    /** x86-64. */
    AMD64,
    /** Graviton. */
    ARM64
}
