package dev.windtunnel.model.workload;

/** Where a cache is. */
public enum CachePlace {
    /** On a node of its own, shared by all pods: a lookup is a round trip. */
    NODE,
    /** In the memory of each worker process: a lookup takes no time, and a new pod begins with nothing. */
    PROCESS
}
