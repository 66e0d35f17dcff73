package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.compile.CompiledScenario;

/** All slow state of a run: what controllers know and decide about. The plant keeps the requests. */
public final class WorldState {

    private final TargetTable targets;
    private final DnsState dns;

    /** Nothing runs yet. */
    public WorldState(CompiledScenario scenario) {
        int zones = scenario.zones().size();
        targets = new TargetTable(
                zones, scenario.workloads().size(), scenario.balancer().crossZone());
        dns = new DnsState(zones);
    }

    /** Which pods each load balancer node sends to. */
    public TargetTable targets() {
        return targets;
    }

    /** Which addresses the name resolves to. */
    public DnsState dns() {
        return dns;
    }
}
