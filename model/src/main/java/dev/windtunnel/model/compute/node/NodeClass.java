package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import org.jspecify.annotations.Nullable;

/** What Karpenter's nodes of a pool are beside their instance type: an EC2NodeClass (S22; Kubernetes sheet, section 11). The size of the root volume is the pool's. */
@Doc("Image, volume encryption, metadata service and kubelet of the pool's nodes")
public record NodeClass(
        @Doc("al2023, bottlerocket or al2") @Default("al2023")
        AmiFamily amiFamily,

        @Doc("Version of the image: latest, which drifts with each release, or a release such as v20260801 (estimate)")
        @Default("latest")
        String amiVersion,

        @Doc("KMS key of the volumes, by name; absent means the account's own key, or none if EBS encryption is off")
        @Nullable String encryptionKey,

        @Doc("Instance metadata service; Karpenter's default is a hop limit of 1") @Default("{}")
        MetadataOptions metadataOptions,

        @Doc("Settings of kubelet") @Default("{}") Kubelet kubelet,

        @Doc("What T-family instances do without credits: unlimited or standard") @Default("unlimited")
        CpuCredits cpuCredits) {

    /** @throws IllegalArgumentException if the version is empty */
    public NodeClass {
        if (amiVersion.isBlank()) {
            throw new IllegalArgumentException("amiVersion is latest or a release, found nothing");
        }
    }

    /** What Karpenter's own defaults make. */
    public static NodeClass ofDefaults() {
        return new NodeClass(
                AmiFamily.AL2023,
                "latest",
                null,
                new MetadataOptions(1, true),
                new Kubelet(null, null, null),
                CpuCredits.UNLIMITED);
    }
}
