package dev.windtunnel.model.rule.network;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.EndpointAccess;
import dev.windtunnel.model.network.Subnet;
import dev.windtunnel.model.network.SubnetTier;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** The Kubernetes API is reached from inside the VPC only, and nodes have no public addresses. */
final class ClosedControlPlane implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-NET-10",
            Severity.ERROR,
            "EKS opens the API to the internet unless told otherwise, and then only a token stands before the cluster",
            List.of("S16"),
            "EKS User Guide: Control network access to cluster API server endpoint",
            "write cluster.controlPlane.endpointAccess: { private: true, public: false }");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            EndpointAccess access = environment.cluster().controlPlane().endpointAccess();
            if (access.isPublic() || !access.isPrivate()) {
                findings.at(
                        Design.path(environment, "cluster.controlPlane.endpointAccess"),
                        "expected the Kubernetes API to be reached from inside the VPC only, found it open to "
                                + String.join(
                                        ", ",
                                        access.publicCidrs().stream()
                                                .map(Object::toString)
                                                .toList())
                                + (access.isPrivate() ? " too" : " and not from inside"));
            }
            for (Subnet subnet : Subnets.of(environment, SubnetTier.PRIVATE)) {
                if (subnet.mapPublicIpOnLaunch()) {
                    findings.at(
                            Subnets.path(environment, subnet) + ".mapPublicIpOnLaunch",
                            "expected nodes without public addresses, found that " + subnet.name() + " gives them");
                }
            }
        }
    }
}
