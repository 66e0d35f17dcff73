package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.cluster.ClusterRole;
import dev.windtunnel.model.compute.cluster.ControlPlane;
import dev.windtunnel.model.compute.cluster.ControlPlaneLog;
import dev.windtunnel.model.compute.pod.SecurityContext;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.Registry;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * The items of the CIS benchmark for EKS that a design shows: of the control plane, of roles, of pods, of images. What a
 * namespace named platform does to its nodes is its task.
 */
final class CisOfEks implements DesignRule {

    private static final Cidr EVERYWHERE = Cidr.parse("0.0.0.0/0");

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CIS-01",
            Severity.WARNING,
            "each item closes a way by which clusters have been taken over",
            List.of("S53"),
            "CIS Amazon EKS Benchmark 1.7, sections 2, 4 and 5",
            "change the key that the finding names");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<Environment> judged = Scope.governed(design).stream()
                .filter(Scope.beyondDevelopment(design)::contains)
                .toList();
        for (Environment environment : judged) {
            controlPlane(environment, findings);
            environment.cluster().access().roles().forEach(role -> role(environment, role, findings));
            environment.workloads().forEach(workload -> pods(environment, workload, findings));
        }
        if (!judged.isEmpty() && !isScanned(design.architecture().delivery())) {
            findings.at("delivery.registry.scanOnPush", "expected images to be scanned, found no scan");
        }
    }

    private static void controlPlane(Environment environment, Findings findings) {
        ControlPlane plane = environment.cluster().controlPlane();
        String path = Design.path(environment, "cluster.controlPlane");
        boolean isOpen = plane.endpointAccess().isPublic()
                && plane.endpointAccess().publicCidrs().contains(EVERYWHERE);
        if (!plane.endpointAccess().isPrivate() || isOpen) {
            findings.at(
                    path + ".endpointAccess",
                    "expected a private endpoint, found "
                            + (isOpen ? "one that is open to " + EVERYWHERE : "a public one only"));
        }
        if (!plane.logs().contains(ControlPlaneLog.AUDIT)) {
            findings.at(path + ".logs", "expected audit among the logs of the control plane, found none of it");
        }
        if (plane.secretsEncryptionKey() == null) {
            findings.at(path + ".secretsEncryptionKey", "expected a KMS key that envelopes secrets, found none");
        }
    }

    private static void role(Environment environment, ClusterRole role, Findings findings) {
        if (role.hasWildcard()) {
            findings.at(
                    Design.path(environment, "cluster.access.roles." + role.name()),
                    "expected named verbs and resources, found a wildcard");
        }
    }

    private static void pods(Environment environment, Workload workload, Findings findings) {
        if (workload.namespace().equals("default")) {
            findings.at(
                    Scope.path(environment, workload, "namespace"), "expected a namespace of its own, found default");
        }
        SecurityContext context = workload.template().securityContext();
        List<String> wrong = new ArrayList<>();
        add(wrong, "seccomp unconfined", context.seccomp() == SecurityContext.Seccomp.UNCONFINED);
        add(wrong, "runAsNonRoot false", !context.runAsNonRoot());
        boolean isPlatform = workload.namespace().equals("platform");
        add(wrong, "privileged true", context.privileged() && !isPlatform);
        add(wrong, "hostNetwork true", context.hostNetwork() && !isPlatform);
        add(
                wrong,
                "hostPath " + String.join(", ", context.hostPath()),
                !context.hostPath().isEmpty() && !isPlatform);
        if (!wrong.isEmpty()) {
            findings.at(
                    Scope.path(environment, workload, "securityContext"),
                    "expected pods that cannot reach their node, found " + String.join(", ", wrong));
        }
    }

    private static void add(List<String> wrong, String what, boolean isWrong) {
        if (isWrong) {
            wrong.add(what);
        }
    }

    private static boolean isScanned(Delivery delivery) {
        Registry registry = delivery.registry();
        boolean byRegistry = registry != null && (registry.scanOnPush() || registry.enhancedScanning());
        return byRegistry
                || delivery.pipelines().stream()
                        .anyMatch(pipeline -> pipeline.stage(StageKind.SCAN).isPresent());
    }
}
