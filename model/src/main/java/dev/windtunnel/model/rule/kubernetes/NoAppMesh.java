package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.Mesh;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** App Mesh is not chosen: its support has ended. */
final class NoAppMesh implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-MESH-01",
            Severity.WARNING,
            "AWS ended support of App Mesh on 30 September 2026; nobody mends it any more",
            List.of("S27", "S72"),
            "MESH-03",
            "choose istio, linkerd or envoy as cluster.mesh.kind");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            Mesh mesh = environment.cluster().mesh();
            if (mesh != null && mesh.kind() == Mesh.Kind.APP_MESH) {
                findings.at(
                        Design.path(environment, "cluster.mesh.kind"),
                        "expected istio, linkerd or envoy, found app-mesh, whose support ended on 2026-09-30");
            }
        }
    }
}
