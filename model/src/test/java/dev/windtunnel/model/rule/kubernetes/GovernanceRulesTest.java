package dev.windtunnel.model.rule.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Namespaces, admission, identity, benchmark. */
class GovernanceRulesTest {

    private static final String PROD = "  prod:\n    account: prod";
    private static final String BACKEND_SPACE = "        backend:\n          limitRange:";
    private static final String CLUSTER = "environments.prod.cluster.";
    private static final String BACKEND = "environments.prod.workloads.backend.";

    private static Designs prod(String piece, String by) {
        return Designs.shipped().after(PROD, piece, by);
    }

    @Nested
    class Namespaces {

        private final DesignRule rule = new NamespacesBounded();

        @Test
        void areTheFiveOfTheHouse() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(CLUSTER + "namespaces: expected the namespaces frontend, backend, data, platform, "
                            + "observability, found none named observability"),
                    prod("        observability:\n          limitRange:", "        watching:\n          limitRange:")
                            .after(PROD, "[kube-system, platform, observability]", "[kube-system, platform]")
                            .foundInProd(rule));
        }

        @Test
        void haveARangeAndAQuota() {
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.tools: expected a limitRange and a resourceQuota, found no limitRange and "
                            + "no resourceQuota"),
                    prod("      namespaces:\n", "      namespaces:\n        tools: {}\n")
                            .foundInProd(rule));
        }

        @Test
        void areNotAskedOfASketch() {
            assertEquals(List.of(), Designs.minimal().found(rule));
        }
    }

    @Nested
    class AQuota {

        private final DesignRule rule = new QuotaAdmitsMost();

        private static Designs quota(String by) {
            return Designs.shipped()
                    .after(PROD, "resourceQuota: { requests: { cpu: 40, memory: 64Gi }", "resourceQuota: { " + by);
        }

        @Test
        void admitsTheMostPodsAndARelease() {
            // 60 pods of 500m and 50m of their sidecar.
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(List.of(), quota("requests: { cpu: 33, memory: 64Gi }").foundInProd(rule));
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.backend.resourceQuota.requests.cpu: 30 + 30 backend pods request 33 vCPU,"
                            + " found a quota of 32"),
                    quota("requests: { cpu: 32, memory: 64Gi }").foundInProd(rule));
        }

        @Test
        void countsMemoryLimitsAndPodsToo() {
            assertEquals(
                    List.of(
                            CLUSTER
                                    + "namespaces.backend.resourceQuota.limits.cpu: 30 + 30 backend pods are limited to 72"
                                    + " vCPU, found a quota of 60",
                            CLUSTER
                                    + "namespaces.backend.resourceQuota.pods: 30 + 30 backend pods are 60, found a quota of"
                                    + " 59",
                            CLUSTER + "namespaces.backend.resourceQuota.requests.memory: 30 + 30 backend pods request "
                                    + "49920Mi, found a quota of 48Gi"),
                    quota("requests: { cpu: 40, memory: 48Gi }")
                            .after(
                                    PROD,
                                    "limits: { cpu: 80, memory: 96Gi }, pods: 80",
                                    "limits: { cpu: 60, memory: 96Gi }, pods: 59")
                            .foundInProd(rule));
        }

        @Test
        void countsRunsOfCronJobs() {
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.data.resourceQuota.pods: 1 purge-uploads pods are 1, found a quota of 0"),
                    prod("            pods: 40", "            pods: 0").foundInProd(rule));
        }
    }

    @Nested
    class PodSecurity {

        private final DesignRule rule = new PodsRestricted();

        @Test
        void isRestrictedOutsideThePlatform() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(CLUSTER
                            + "namespaces.backend.podSecurity.enforce: expected restricted outside platform, found "
                            + "baseline"),
                    Designs.shipped()
                            .after(BACKEND_SPACE, "podSecurity: *restricted-pods", "podSecurity: { enforce: baseline }")
                            .foundInProd(rule));
        }

        @Test
        void refusesNoPodThatIsMeantToRun() {
            assertEquals(
                    List.of(BACKEND
                            + "securityContext: namespace backend lets in restricted pods only, found privileged "
                            + "ones, which are refused"),
                    Designs.shipped()
                            .after(
                                    "      backend:\n        namespace: backend",
                                    "securityContext: *restricted",
                                    "securityContext: { privileged: true }")
                            .foundInProd(rule));
        }
    }

    @Nested
    class AdmissionPolicies {

        private final DesignRule rule = new AdmissionGuards();

        @Test
        void denyWhatTheHouseForbids() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(CLUSTER + "admission.constraints: expected constraints that deny, found none of kind "
                            + "no-privileged"),
                    prod("{ kind: no-privileged,", "{ kind: no-privileged, enforcementAction: warn,")
                            .foundInProd(rule));
        }

        @Test
        void holdForTheApplication() {
            assertEquals(
                    List.of(CLUSTER
                            + "admission.constraints.no-privileged-containers.excludedNamespaces: expected it to "
                            + "hold for the application, found backend excluded"),
                    prod(
                                    "{ kind: no-privileged, excludedNamespaces: [kube-system,",
                                    "{ kind: no-privileged, excludedNamespaces: [backend,")
                            .foundInProd(rule));
        }
    }

    @Nested
    class CallsOfAws {

        private final DesignRule rule = new CallsByOwnRole();

        @Test
        void goByARoleOfTheirOwn() {
            assertEquals(List.of(), Designs.shipped().found(rule));
            assertEquals(
                    List.of(BACKEND
                            + "serviceAccount.role: it calls secretsmanager, s3, expected an IAM role, found none, "
                            + "so that the node's role is used"),
                    prod("          role: backend-prod\n", "").foundInProd(rule));
        }

        @Test
        void ofCronJobsDoAsWell() {
            assertEquals(
                    List.of(
                            "environments.prod.cronJobs.purge-uploads.serviceAccount.role: it calls secretsmanager, s3, "
                                    + "expected an IAM role, found none, so that the node's role is used"),
                    prod("          role: purge-uploads-prod\n", "").foundInProd(rule));
        }

        @Test
        void areAWarningForAWorkerOfWhichNothingIsSaid() {
            Designs worker = Designs.minimal()
                    .after("prod:\n    account", "    workloads:\n", "    queues: { jobs: {} }\n    workloads:\n")
                    .after(
                            "queues:",
                            "      api:\n",
                            "      worker: { replicas: { min: 1, max: 1 }, requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, "
                                    + "memory: 1Gi }, server: { worker: { consumes: jobs, cpu: 1ms } } }\n      api:\n");

            assertEquals(
                    List.of(
                            "environments.prod.workloads.worker.serviceAccount: it takes messages from queue jobs, expected"
                                    + " an IAM role, found none"),
                    worker.found(rule));
            assertEquals(
                    Severity.WARNING, worker.outcome(rule).findings().getFirst().severity());
        }

        @Test
        void areAWarningForASenderOfWhichNothingIsSaid() {
            Designs sender = Designs.minimal()
                    .after("prod:\n    account", "    workloads:\n", "    queues: { jobs: {} }\n    workloads:\n")
                    .after("endpoints:", "queries: 2,", "queries: 2, publishes: [{ queue: jobs }],");

            assertEquals(
                    List.of(
                            "environments.prod.workloads.api.serviceAccount: it sends messages to queue jobs, expected an IAM"
                                    + " role, found none"),
                    sender.found(rule));
            assertEquals(
                    List.of(),
                    sender.after(
                                    "api:",
                                    "        databaseClient: {}",
                                    "        databaseClient: {}\n        serviceAccount: { role: api }")
                            .found(rule));
        }

        @Test
        void cannotGoByTheNodesRole() {
            assertEquals(
                    List.of(
                            CLUSTER
                                    + "nodeGroups.critical-amd64.metadataOptions.httpPutResponseHopLimit: expected a hop "
                                    + "limit of 1, found 2, by which pods reach the node's credentials",
                            CLUSTER
                                    + "nodeGroups.critical-arm64.metadataOptions.httpPutResponseHopLimit: expected a hop "
                                    + "limit of 1, found 2, by which pods reach the node's credentials",
                            CLUSTER
                                    + "access.nodeRolePolicies: expected only what a node needs, found AmazonS3FullAccess"),
                    prod(
                                    "metadataOptions: { httpPutResponseHopLimit: 1 }",
                                    "metadataOptions: { httpPutResponseHopLimit: 2 }")
                            .after(
                                    PROD,
                                    "      access:\n",
                                    "      access:\n        nodeRolePolicies: [AmazonEKSWorkerNodePolicy, AmazonS3FullAccess]\n")
                            .foundInProd(rule));
        }
    }

    @Nested
    class TheBenchmark {

        private final DesignRule rule = new CisOfEks();

        @Test
        void findsNothingInTheShippedCustomer() {
            assertEquals(List.of(), Designs.shipped().found(rule));
        }

        @Test
        void looksAtTheControlPlane() {
            assertEquals(
                    List.of(
                            CLUSTER
                                    + "controlPlane.secretsEncryptionKey: expected a KMS key that envelopes secrets, found "
                                    + "none",
                            CLUSTER
                                    + "controlPlane.endpointAccess: expected a private endpoint, found one that is open to "
                                    + "0.0.0.0/0",
                            CLUSTER
                                    + "controlPlane.logs: expected audit among the logs of the control plane, found none of"
                                    + " it"),
                    prod("endpointAccess: { private: true, public: false }", "endpointAccess: { private: true }")
                            .after(PROD, "logs: [api, audit,", "logs: [api,")
                            .after(PROD, "        secretsEncryptionKey: eks-secrets\n", "")
                            .foundInProd(rule));
        }

        @Test
        void acceptsAPublicEndpointForKnownAddresses() {
            assertEquals(
                    List.of(),
                    prod(
                                    "endpointAccess: { private: true, public: false }",
                                    "endpointAccess: { private: true, public: true, publicCidrs: [192.0.2.0/24] }")
                            .foundInProd(rule));
        }

        @Test
        void looksAtRolesAndPods() {
            assertEquals(
                    List.of(
                            CLUSTER + "access.roles.operators: expected named verbs and resources, found a wildcard",
                            BACKEND + "securityContext: expected pods that cannot reach their node, found seccomp "
                                    + "unconfined, runAsNonRoot false, hostNetwork true, hostPath /var/run"),
                    prod("resources: [pods, deployments, nodes]", "resources: ['*']")
                            .after(
                                    "      backend:\n        namespace: backend",
                                    "securityContext: *restricted",
                                    "securityContext: { hostNetwork: true, hostPath: [/var/run] }")
                            .foundInProd(rule));
        }

        @Test
        void wantsWorkloadsOutOfTheDefaultNamespace() {
            assertEquals(
                    List.of(
                            "environments.prod.workloads.backend.namespace: expected a namespace of its own, found default"),
                    prod("      backend:\n        namespace: backend", "      backend:\n        namespace: default")
                            .foundInProd(rule));
        }

        @Test
        void wantsImagesToBeScanned() {
            Designs governed = Designs.minimal()
                    .after("cluster:", "version: \"1.34\"", "version: \"1.34\"\n      namespaces: { shop: {} }");

            assertEquals(
                    "delivery.registry.scanOnPush: expected images to be scanned, found no scan",
                    governed.found(rule).getFirst());
            assertEquals(
                    List.of(),
                    governed.with("delivery: { registry: { account: prod, scanOnPush: true } }").found(rule).stream()
                            .filter(each -> each.startsWith("delivery"))
                            .toList());
        }

        @Test
        void isNotHeldAgainstASketch() {
            assertEquals(List.of(), Designs.minimal().found(rule));
        }
    }
}
