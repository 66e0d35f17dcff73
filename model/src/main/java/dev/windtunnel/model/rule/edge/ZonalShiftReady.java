package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** In production load balancer and cluster can be shifted away from a zone. */
final class ZonalShiftReady implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-05",
            Severity.ADVICE,
            "a zone that fails in part passes health checks and spoils a third of the requests; only a shift gets users out of it",
            List.of("S12"),
            "AZ-06, AZ-09",
            "write loadBalancer.zonalShift: true and cluster.controlPlane.zonalShift: true, or accept it with 'suppress' and say why");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.production(design)) {
            // Away from the only zone there is nowhere to go.
            boolean hasElsewhere = environment.vpc().zones().size() > 1;
            if (hasElsewhere && !environment.loadBalancer().exposure().zonalShift()) {
                missing("loadBalancer.zonalShift", "load balancer", environment, findings);
            }
            if (hasElsewhere && !environment.cluster().controlPlane().zonalShift()) {
                missing("cluster.controlPlane.zonalShift", "cluster", environment, findings);
            }
        }
    }

    private static void missing(String keys, String what, Environment environment, Findings findings) {
        findings.at(
                Design.path(environment, keys),
                "expected the " + what + " of " + environment.name()
                        + " to be open to zonal shifts, found zonalShift: false");
    }
}
