package dev.windtunnel.model.rule.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may talk to whom inside a cluster, and through what. */
class TrafficRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String BACKEND_SPACE = "        backend:\n          limitRange:";
    private static final String CLUSTER = "environments.prod.cluster.";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    @Nested
    class NetworkPolicies {

        private final DesignRule rule = new TiersApart();

        @Test
        void closeTheApplicationsNamespaces() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.backend.networkPolicies.defaultDeny: expected ingress and egress, found "
                            + "ingress"),
                    Designs.shipped()
                            .after(BACKEND_SPACE, "defaultDeny: [ingress, egress]", "defaultDeny: [ingress]")
                            .foundInProd(rule));
        }

        @Test
        void openOnlyTheWayOfARequest() {
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.backend.networkPolicies.allow.0: expected only frontend to backend to "
                            + "data, found data to backend"),
                    Designs.shipped()
                            .after(
                                    BACKEND_SPACE,
                                    "from: { namespace: frontend, workload: frontend }",
                                    "from: { namespace: data }")
                            .foundInProd(rule));
        }

        @Test
        void areEnforcedBySomebody() {
            assertEquals(
                    List.of(CLUSTER
                            + "networkPolicyEngine: expected an engine that enforces the network policies, found "
                            + "none"),
                    prod("networkPolicyEngine: vpc-cni", "networkPolicyEngine: none")
                            .foundInProd(rule));
            assertEquals(
                    List.of(CLUSTER
                            + "addOns.vpc-cni.networkPolicy: the VPC CNI is to enforce network policies, expected "
                            + "true, found false"),
                    prod("warmPrefixTarget: 1, networkPolicy: true", "warmPrefixTarget: 1")
                            .foundInProd(rule));
        }
    }

    @Nested
    class AMesh {

        private final DesignRule rule = new NoAppMesh();

        @Test
        void isOneThatIsStillMended() {
            assertEquals(
                    List.of(),
                    prod("      priorityClasses:", "      mesh: { kind: istio }\n      priorityClasses:")
                            .found(rule));
            assertEquals(
                    List.of(CLUSTER
                            + "mesh.kind: expected istio, linkerd or envoy, found app-mesh, whose support ended on "
                            + "2026-09-30"),
                    prod("      priorityClasses:", "      mesh: { kind: app-mesh }\n      priorityClasses:")
                            .foundInProd(rule));
        }
    }
}
