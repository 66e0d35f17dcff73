package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import org.jspecify.annotations.Nullable;

/** What is installed in the cluster, under the names of EKS add-ons and charts (S19, S24, S26). */
@Doc("Add-ons and controllers of the cluster")
public record AddOns(
        @Doc("Addresses for pods") @Key("vpc-cni") @Default("{}")
        VpcCni vpcCni,

        @Doc("Cluster DNS") @Default("{}") CoreDns coredns,

        @Doc("Service routing on each node") @Key("kube-proxy") @Default("{}")
        AddOn kubeProxy,

        @Doc("EBS volumes; absent means not installed") @Key("aws-ebs-csi-driver") @Nullable AddOn ebsCsiDriver,

        @Doc("ALBs of Ingresses; absent means that nothing is said of it")
        @Key("aws-load-balancer-controller")
        @Nullable AddOn loadBalancerController,

        @Doc("Records in Route 53; absent means not installed") @Key("external-dns") @Nullable ExternalDns externalDns,

        @Doc("CPU and memory for autoscaling; absent means that nothing is said of it") @Key("metrics-server") @Nullable MetricsServer metricsServer,

        @Doc("Event-driven autoscaling, needed by scaledObject; absent means not installed") @Nullable AddOn keda,

        @Doc("Canary and blue-green rollouts; absent means not installed") @Key("argo-rollouts") @Nullable AddOn argoRollouts,

        @Doc("Drains nodes of managed groups before they are interrupted; absent means not installed")
        @Key("aws-node-termination-handler")
        @Nullable AddOn nodeTerminationHandler,

        @Doc("Just-in-time nodes; absent means that nothing is said of it") @Nullable AddOn karpenter) {

    /** What each EKS cluster has. */
    public static AddOns ofDefaults() {
        return new AddOns(
                new VpcCni(null, false, false, 1, null, null, 1, false, false),
                new CoreDns(null, false, 2, false, false),
                new AddOn(null, false, 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
