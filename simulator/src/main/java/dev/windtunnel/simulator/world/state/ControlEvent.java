package dev.windtunnel.simulator.world.state;

/** What the control calendar can hold. An event is data: its kind, a subject and a payload, whose meaning stands here. */
public enum ControlEvent {
    /** Unbound pods are looked at. No subject. */
    SCHEDULE,
    /** Karpenter's batch window closes. Payload: number of the window. */
    BATCH_CLOSES,
    /** A launched node joins. Subject: node; payload: its uid. */
    NODE_JOINS,
    /** A container begins to listen. Subject: pod; payload: its incarnation. */
    POD_LISTENS,
    /** A readiness probe passes. Subject: pod; payload: its incarnation. */
    POD_READY,
    /** An image pull is tried again. Subject: pod; payload: its incarnation. */
    PULL_AGAIN,
    /** The load balancer controller's call takes effect. Subject: pod; payload: its incarnation. */
    TARGET_REGISTERED,
    /** The load balancer forgets a target. Subject: pod; payload: its incarnation. */
    TARGET_DEREGISTERED,
    /** A load balancer node changes its verdict. Subject: pod; payload: see {@code TargetController}. */
    TARGET_VERDICT,
    /** The preStop sleep is over. Subject: pod; payload: its incarnation. */
    POD_TERM,
    /** A stopping pod is looked at: gone when it has nothing left, or its grace period is over. As above. */
    POD_DRAIN,
    /** Kubelet samples the pods of a node. Subject: node; payload: its uid. */
    CPU_SAMPLE,
    /** metrics-server scrapes all nodes. No subject. */
    METRICS_SCRAPE,
    /** An autoscaler reconciles. Subject: workload. */
    AUTOSCALER_SYNC,
    /** The control plane gives a node up. Subject: node; payload: its uid. */
    NODE_NOT_READY,
    /** Pods of a lost node lose their toleration. Subject: node; payload: version of the plan. */
    EVICTION,
    /** A node of a zone that came back renews its lease. Subject: node; payload: its uid. */
    NODE_BACK,
    /** Karpenter looks for empty nodes. No subject. */
    EMPTINESS,
    /** An empty node is looked at again before it goes. Subject: node; payload: its uid. */
    EMPTINESS_VALIDATION,
    /** A step of a database failover. Subject: place in the plan; payload: number of the plan. */
    DATABASE_STEP,
    /** Clients have resolved the database's new address. Subject: zone; payload: number of the outage. */
    DATABASE_RESOLVED,
    /** A zone's address leaves the load balancer's name, or returns. Subject: zone; payload: 1 if it returns. */
    DNS_CHANGE,
    /** An effect begins. Subject: its place in the scenario. */
    EFFECT_BEGINS,
    /** An effect ends. Subject: its place in the scenario. */
    EFFECT_ENDS
}
