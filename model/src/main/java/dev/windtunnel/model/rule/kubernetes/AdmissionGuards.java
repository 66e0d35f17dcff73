package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.Admission;
import dev.windtunnel.model.compute.cluster.Constraint;
import dev.windtunnel.model.compute.cluster.Enforcement;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/** What enters a cluster is held to images of our own, no privileged containers and a network policy, by refusal. */
final class AdmissionGuards implements DesignRule {

    private static final List<Constraint.Kind> NEEDED = List.of(
            Constraint.Kind.IMAGE_PROVENANCE, Constraint.Kind.NO_PRIVILEGED, Constraint.Kind.REQUIRE_NETWORK_POLICY);

    /** Namespaces of the application itself (S20). */
    private static final List<String> APPLICATION = List.of("frontend", "backend", "data");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-04",
            Severity.ERROR,
            "what admission does not refuse runs, whoever applied it",
            List.of("S30", "S40"),
            "customer's document, Security controls",
            "write cluster.admission with constraints of kind image-provenance, no-privileged and require-network-policy that deny");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.governed(design)) {
            Admission admission = environment.cluster().admission();
            List<String> missing = NEEDED.stream()
                    .filter(kind -> !admission.denies(kind))
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
            if (!missing.isEmpty()) {
                findings.at(
                        Design.path(environment, "cluster.admission.constraints"),
                        "expected constraints that deny, found none of kind " + String.join(", ", missing));
            }
            admission.constraints().forEach(constraint -> exempt(environment, constraint, findings));
        }
    }

    private static void exempt(Environment environment, Constraint constraint, Findings findings) {
        List<String> exempt = constraint.excludedNamespaces().stream()
                .filter(APPLICATION::contains)
                .toList();
        if (NEEDED.contains(constraint.kind())
                && constraint.enforcementAction() == Enforcement.DENY
                && !exempt.isEmpty()) {
            findings.at(
                    Design.path(
                            environment, "cluster.admission.constraints." + constraint.name() + ".excludedNamespaces"),
                    "expected it to hold for the application, found " + String.join(", ", exempt) + " excluded");
        }
    }
}
