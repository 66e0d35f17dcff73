package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.compute.pod.PodSecurityLevel;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import java.util.Locale;

/**
 * Pod Security Admission enforces the restricted standard in every namespace but platform, and lets in the pods that are
 * meant to run.
 */
final class PodsRestricted implements DesignRule {

    /** The one namespace whose pods may need their node (S30). */
    private static final String EXCEPTION = "platform";

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-03",
            Severity.ERROR,
            "a container that may be root or reach its node's files is one mistake away from every other pod on it",
            List.of("S30"),
            "customer's document, Security controls; Kubernetes Pod Security Standards",
            "write podSecurity.enforce: restricted for the namespace, and a securityContext that the standard lets in");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.governed(design)) {
            for (Namespace namespace : environment.cluster().namespaces()) {
                PodSecurityLevel enforced = namespace.podSecurity().enforce();
                if (enforced != PodSecurityLevel.RESTRICTED && !namespace.name().equals(EXCEPTION)) {
                    findings.at(
                            Design.path(environment, "cluster.namespaces." + namespace.name() + ".podSecurity.enforce"),
                            "expected restricted outside " + EXCEPTION + ", found " + word(enforced));
                }
                refused(environment, namespace, findings);
            }
        }
    }

    private static void refused(Environment environment, Namespace namespace, Findings findings) {
        PodSecurityLevel enforced = namespace.podSecurity().enforce();
        for (Workload workload : environment.workloads()) {
            PodSecurityLevel its = workload.template().securityContext().level();
            if (workload.namespace().equals(namespace.name()) && its.compareTo(enforced) < 0) {
                findings.at(
                        Scope.path(environment, workload, "securityContext"),
                        "namespace " + namespace.name() + " lets in " + word(enforced) + " pods only, found "
                                + word(its) + " ones, which are refused");
            }
        }
    }

    private static String word(PodSecurityLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
