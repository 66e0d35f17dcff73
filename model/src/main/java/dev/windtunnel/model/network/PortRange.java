package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** A protocol and the ports of it that a rule is about. */
@Doc("Protocol and ports")
public record PortRange(
        @Doc("Protocol: tcp, udp, icmp or all") @Default("tcp")
        Protocol protocol,

        @Doc("Port, 0 to 65535; absent means all of them") @Nullable Integer port,

        @Doc("Last port of a range that begins with port; absent means port alone") @Nullable Integer toPort) {

    private static final int LAST = 65_535;

    /** @throws IllegalArgumentException if ports are out of range, or stand with a protocol that has none */
    public PortRange {
        if (port != null && (port < 0 || port > LAST)) {
            throw new IllegalArgumentException("port lies between 0 and 65535, found " + port);
        }
        if (toPort != null && (port == null || toPort < port || toPort > LAST)) {
            throw new IllegalArgumentException("toPort lies between port and 65535, found " + toPort);
        }
        if (port != null && protocol != Protocol.TCP && protocol != Protocol.UDP) {
            throw new IllegalArgumentException("port needs protocol: tcp or udp");
        }
    }

    /** Everything. */
    static PortRange everything() {
        return new PortRange(Protocol.ALL, null, null);
    }

    /** Whether a TCP connection to this port is among them. */
    public boolean coversTcp(int tcpPort) {
        boolean isTcp = protocol == Protocol.TCP || protocol == Protocol.ALL;
        return isTcp && (port == null || (port <= tcpPort && tcpPort <= (toPort == null ? port : toPort)));
    }

    /** Whether it is this TCP port and no other. */
    public boolean isOnlyTcp(int tcpPort) {
        return protocol == Protocol.TCP && port != null && port == tcpPort && (toPort == null || toPort == tcpPort);
    }
}
