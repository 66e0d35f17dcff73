package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;

/** How the load balancer's nodes speak to their targets. */
@Doc("How the load balancer speaks to its targets")
public record TargetGroup(
        @Doc("http or https") @Default("http") TargetProtocol protocol,

        @Doc("CPU time of a TLS handshake at the target; of the reference vCPU (estimate)") @Default("1ms")
        Duration handshakeCpu,

        @Doc(
                "counted: connections are a number for each target; tracked: each has its age, so that a server's keepalive below"
                        + " the idle timeout costs 502s (APP-08)")
        @Default("counted")
        TargetConnections connections,

        @Doc(
                "How targets are registered: ip (pods, as here simulated) or instance (a port of every node); the AWS Load Balancer Controller's own default is instance (ALB-11)")
        @Default("ip")
        TargetType targetType) {

    /** How targets are registered. */
    public enum TargetType {
        /** Pods by address. */
        IP,
        /** Nodes, which pass requests on to pods. */
        INSTANCE
    }

    /** Pods by address. */
    public TargetGroup(TargetProtocol protocol, Duration handshakeCpu, TargetConnections connections) {
        this(protocol, handshakeCpu, connections, TargetType.IP);
    }
}
