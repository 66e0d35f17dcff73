package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.node.AmiFamily;
import dev.windtunnel.model.compute.node.CpuArchitecture;
import dev.windtunnel.model.compute.node.CpuCredits;
import dev.windtunnel.model.compute.node.Label;
import dev.windtunnel.model.compute.node.MetadataOptions;
import dev.windtunnel.model.compute.node.Taint;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.CountOrShare;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An EKS managed node group: nodes of one shape in an Auto Scaling group (S21, S25; Kubernetes sheet, section 14). */
@Doc("An EKS managed node group")
public record NodeGroup(
        @Named String name,
        @Doc("amd64 or arm64") CpuArchitecture architecture,
        @Doc("on-demand or spot") CapacityType capacity,

        @Doc("EC2 instance types; the Cluster Autoscaler reckons with the first")
        List<String> instanceTypes,

        @Doc("Fewest nodes") @Default("1") int minSize,

        @Doc("Nodes at the start; absent means minSize") @Nullable Integer desiredSize,

        @Doc("Most nodes") int maxSize,

        @Doc(
                "Zones it spans, by name; empty means all; one group for each zone is needed for zonal spread and EBS volumes")
        @Default("[]")
        List<String> zones,

        @Doc("Labels of its nodes") @Default("{}") List<Label> labels,
        @Doc("Taints of its nodes") @Default("[]") List<Taint> taints,

        @Doc("Nodes that an update replaces at once, as a number or a share, rounded up; EKS takes 1") @Default("1")
        CountOrShare maxUnavailable,

        @Doc("al2023, bottlerocket or al2") @Default("al2023")
        AmiFamily amiFamily,

        @Doc("Size of each node's root volume; EKS takes 20Gi") @Default("20Gi")
        ByteSize diskSize,

        @Doc("KMS key of the volumes, by name; absent means the account's own key, or none if EBS encryption is off")
        @Nullable String encryptionKey,

        @Doc("Instance metadata service; the hop limit of managed groups is 2 unless their launch template says less")
        @Default("{ httpPutResponseHopLimit: 2 }")
        MetadataOptions metadataOptions,

        @Doc("What T-family instances do without credits: unlimited or standard") @Default("unlimited")
        CpuCredits cpuCredits) {

    /** @throws IllegalArgumentException without instance types, or if the sizes contradict each other */
    public NodeGroup {
        instanceTypes = List.copyOf(instanceTypes);
        zones = List.copyOf(zones);
        labels = List.copyOf(labels);
        taints = List.copyOf(taints);
        if (instanceTypes.isEmpty()) {
            throw new IllegalArgumentException("instanceTypes holds at least one type");
        }
        if (minSize < 0) {
            throw new IllegalArgumentException("minSize is not negative, found " + minSize);
        }
        if (maxSize < Math.max(1, minSize)) {
            throw new IllegalArgumentException(
                    "maxSize is at least 1 and at least minSize, found " + maxSize + " and " + minSize);
        }
        if (desiredSize != null && (desiredSize < minSize || desiredSize > maxSize)) {
            throw new IllegalArgumentException("desiredSize lies between minSize " + minSize + " and maxSize " + maxSize
                    + ", found " + desiredSize);
        }
        if (maxUnavailable.roundedUp(100) == 0 || maxUnavailable.count() > 100) {
            throw new IllegalArgumentException(
                    "maxUnavailable lies between 1 and 100, or above 0%, found " + maxUnavailable);
        }
    }
}
