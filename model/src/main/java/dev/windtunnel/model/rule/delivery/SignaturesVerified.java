package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.Admission;
import dev.windtunnel.model.compute.cluster.Enforcement;
import dev.windtunnel.model.compute.cluster.SignatureVerification;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** Production's cluster refuses images that nobody has signed. */
final class SignaturesVerified implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DEL-03",
            Severity.ERROR,
            "a signature that nobody verifies keeps nobody out",
            List.of("S40"),
            "customer's document, Runtime policies",
            "write cluster.admission with engine: gatekeeper or kyverno and signatures that deny");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Delivery delivery = design.architecture().delivery();
        if (design.environments().size() == 1 && delivery.equals(new Delivery())) {
            return;
        }
        for (Environment environment : Scope.production(design)) {
            Admission admission = environment.cluster().admission();
            SignatureVerification signatures = admission.signatures();
            String path = Design.path(environment, "cluster.admission");
            if (signatures == null) {
                findings.at(path + ".signatures", "expected signatures to be verified, found no such policy");
            } else if (admission.engine() == Admission.Engine.NONE) {
                findings.at(path + ".engine", "expected gatekeeper or kyverno to verify signatures, found none");
            } else if (signatures.enforcementAction() != Enforcement.DENY) {
                findings.at(
                        path + ".signatures.enforcementAction",
                        "expected deny, found "
                                + signatures.enforcementAction().name().toLowerCase(Locale.ROOT)
                                + ", which lets unsigned images in");
            }
        }
    }
}
