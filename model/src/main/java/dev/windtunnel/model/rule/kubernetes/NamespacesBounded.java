package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.cluster.Namespace;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** Each cluster has the five namespaces of the house, each with a LimitRange and a ResourceQuota. */
final class NamespacesBounded implements DesignRule {

    /** The namespaces of the customer's layout (S20). */
    private static final List<String> NAMES = List.of("frontend", "backend", "data", "platform", "observability");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-01",
            Severity.ERROR,
            "without a quota one namespace can take all that a cluster has, and without a LimitRange one container all that a namespace has",
            List.of("S20"),
            "Kubernetes sheet, section 6",
            "declare frontend, backend, data, platform and observability in cluster.namespaces, each with limitRange and resourceQuota");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.governed(design)) {
            List<String> missing = NAMES.stream()
                    .filter(name -> environment.cluster().namespace(name).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                findings.at(
                        Design.path(environment, "cluster.namespaces"),
                        "expected the namespaces " + String.join(", ", NAMES) + ", found none named "
                                + String.join(", ", missing));
            }
            for (Namespace namespace : environment.cluster().namespaces()) {
                List<String> unbounded = unbounded(namespace);
                if (!unbounded.isEmpty()) {
                    findings.at(
                            Design.path(environment, "cluster.namespaces." + namespace.name()),
                            "expected a limitRange and a resourceQuota, found no "
                                    + String.join(" and no ", unbounded));
                }
            }
        }
    }

    private static List<String> unbounded(Namespace namespace) {
        List<String> unbounded = new ArrayList<>();
        if (namespace.limitRange() == null) {
            unbounded.add("limitRange");
        }
        if (namespace.resourceQuota() == null) {
            unbounded.add("resourceQuota");
        }
        return unbounded;
    }
}
