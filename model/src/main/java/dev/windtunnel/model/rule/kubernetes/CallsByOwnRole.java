package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.NodeGroup;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.ServiceAccount;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.workload.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What calls AWS has an IAM role of its own (IRSA), and pods cannot come by the node's. Of what works with a queue and
 * whose calls are not described, only a warning is due: the design may just not say it.
 */
final class CallsByOwnRole implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-05",
            Severity.ERROR,
            "the node's role is every pod's role: what one workload may do, all on the node may do",
            List.of("S31"),
            "SEC-04; EKS user guide, IAM roles for service accounts",
            "write serviceAccount.role for the workload, keep access.nodeRolePolicies to EKS' own, and httpPutResponseHopLimit: 1");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            for (Workload workload : environment.workloads()) {
                ServiceAccount account = workload.template().serviceAccount();
                caller(Scope.path(environment, workload, "serviceAccount"), account, findings);
                String queue = queue(design, workload);
                if (queue != null && saysNothing(account)) {
                    findings.at(
                            Severity.WARNING,
                            Scope.path(environment, workload, "serviceAccount"),
                            "it " + queue + ", expected an IAM role, found none");
                }
            }
            for (CronJob job : environment.cronJobs()) {
                caller(
                        Design.path(environment, "cronJobs." + job.name() + ".serviceAccount"),
                        job.serviceAccount(),
                        findings);
            }
            nodes(environment, findings);
        }
    }

    /** What the workload does with a queue; null if it has to do with none. */
    private static @Nullable String queue(Design design, Workload workload) {
        if (workload.server() instanceof Server.Worker worker) {
            return "takes messages from queue " + worker.consumes();
        }
        for (Endpoint endpoint : design.architecture().endpoints()) {
            if (endpoint.workload().equals(workload.name())
                    && !endpoint.publishes().isEmpty()) {
                return "sends messages to queue "
                        + endpoint.publishes().getFirst().queue();
            }
        }
        return null;
    }

    private static boolean saysNothing(@Nullable ServiceAccount account) {
        return account == null || (account.role() == null && account.calls().isEmpty());
    }

    private static void caller(String path, @Nullable ServiceAccount account, Findings findings) {
        if (account != null && account.role() == null && !account.calls().isEmpty()) {
            findings.at(
                    path + ".role",
                    "it calls "
                            + String.join(
                                    ", ",
                                    account.calls().stream()
                                            .map(call -> call.service())
                                            .distinct()
                                            .toList())
                            + ", expected an IAM role, found none, so that the node's role is used");
        }
    }

    private static void nodes(Environment environment, Findings findings) {
        List<String> policies = environment.cluster().access().applicationPolicies();
        if (!policies.isEmpty()) {
            findings.at(
                    Design.path(environment, "cluster.access.nodeRolePolicies"),
                    "expected only what a node needs, found " + String.join(", ", policies));
        }
        for (NodePool pool : environment.cluster().nodePools()) {
            hops(
                    Design.path(environment, "cluster.nodePools." + pool.name() + ".nodeClass.metadataOptions"),
                    pool.nodeClass().metadataOptions().httpPutResponseHopLimit(),
                    findings);
        }
        for (NodeGroup group : environment.cluster().nodeGroups()) {
            hops(
                    Design.path(environment, "cluster.nodeGroups." + group.name() + ".metadataOptions"),
                    group.metadataOptions().httpPutResponseHopLimit(),
                    findings);
        }
    }

    private static void hops(String path, int limit, Findings findings) {
        if (limit > 1) {
            findings.at(
                    path + ".httpPutResponseHopLimit",
                    "expected a hop limit of 1, found " + limit + ", by which pods reach the node's credentials");
        }
    }
}
