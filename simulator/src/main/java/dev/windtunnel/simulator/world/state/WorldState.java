package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.compile.CompiledScenario;
import java.util.List;

/** All slow state of a run: what controllers know and decide about. The plant keeps the requests. */
public final class WorldState {

    private final CompiledScenario scenario;
    private final PodTable pods;
    private final NodeTable nodes = new NodeTable();
    private final TargetTable targets;
    private final DnsState dns;
    private final ControlCalendar calendar = new ControlCalendar();
    private final Journal journal = new Journal();
    private final Luck luck;
    private final boolean[] silentZone;
    private long imageBytesThroughNat;

    /** Nothing runs yet. */
    public WorldState(CompiledScenario scenario) {
        this.scenario = scenario;
        int zones = scenario.zones().size();
        pods = new PodTable(zones);
        targets = new TargetTable(
                zones, scenario.workloads().size(), scenario.balancer().crossZone());
        dns = new DnsState(zones);
        luck = new Luck(scenario.seed());
        silentZone = new boolean[zones];
    }

    /** What is simulated. */
    public CompiledScenario scenario() {
        return scenario;
    }

    /** Names of the zones. */
    public List<String> zones() {
        return scenario.zones();
    }

    /** Pod objects. */
    public PodTable pods() {
        return pods;
    }

    /** Nodes. */
    public NodeTable nodes() {
        return nodes;
    }

    /** Which pods each load balancer node sends to. */
    public TargetTable targets() {
        return targets;
    }

    /** Which addresses the name resolves to. */
    public DnsState dns() {
        return dns;
    }

    /** Events to come. */
    public ControlCalendar calendar() {
        return calendar;
    }

    /** What happened. */
    public Journal journal() {
        return journal;
    }

    /** Draws. */
    public Luck luck() {
        return luck;
    }

    /** Whether a zone is lost. */
    public boolean isSilent(int zone) {
        return silentZone[zone];
    }

    /** A zone is lost, or back. */
    public void setSilent(int zone, boolean silent) {
        silentZone[zone] = silent;
    }

    /** Whether nodes of a zone reach the internet: through a NAT gateway in a zone that is not lost (NAT-02). */
    public boolean hasEgress(int zone) {
        int natZone = scenario.cluster().natZones().get(zone);
        return natZone >= 0 && !silentZone[natZone];
    }

    /** Bytes of images that came through NAT gateways. */
    public long imageBytesThroughNat() {
        return imageBytesThroughNat;
    }

    /** An image came through a NAT gateway. */
    public void pulled(long bytes) {
        imageBytesThroughNat += bytes;
    }

    /** Takes over the state of another world of the same scenario; the two are independent afterwards. */
    public void copyFrom(WorldState other) {
        pods.copyFrom(other.pods);
        nodes.copyFrom(other.nodes);
        targets.copyFrom(other.targets);
        dns.copyFrom(other.dns);
        calendar.copyFrom(other.calendar);
        journal.copyFrom(other.journal);
        System.arraycopy(other.silentZone, 0, silentZone, 0, silentZone.length);
        imageBytesThroughNat = other.imageBytesThroughNat;
    }
}
