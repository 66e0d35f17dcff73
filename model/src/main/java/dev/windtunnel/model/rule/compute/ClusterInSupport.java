package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Cluster;
import dev.windtunnel.model.compute.cluster.AddOns;
import dev.windtunnel.model.compute.cluster.VersionSupport;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes is a version in standard support, on the day of the catalog's newest figures, and the add-ons that every cluster
 * needs are managed. That each environment has one cluster of its own the model itself says.
 */
final class ClusterInSupport implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-01",
            Severity.ERROR,
            "a version beyond standard support costs six times as much, and is upgraded by force a year later; add-ons of one's own are forgotten in upgrades",
            List.of("S19"),
            "EKS-02",
            "write a cluster.version in standard support, and managed: true for the add-ons");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            version(environment, findings);
            // Nothing is said of add-ons in a sketch: EKS' own, unmanaged ones are no decision then.
            if (!environment.cluster().addOns().equals(AddOns.ofDefaults())) {
                addOns(environment, findings);
            }
        }
    }

    private static void version(Environment environment, Findings findings) {
        String version = environment.cluster().version();
        LocalDate standard = VersionSupport.standardEnds(version).orElse(null);
        if (standard == null) {
            if (isOlderThanKnown(version)) {
                findings.at(
                        Design.path(environment, "cluster.version"),
                        "EKS does not run Kubernetes " + version + " any more, expected a version in standard support");
            }
            return;
        }
        LocalDate extended = VersionSupport.extendedEnds(version).orElseThrow();
        if (!VersionSupport.AS_OF.isBefore(extended)) {
            findings.at(
                    Design.path(environment, "cluster.version"),
                    "extended support of Kubernetes " + version + " ended on " + extended
                            + ", expected a version in standard support");
        } else if (!VersionSupport.AS_OF.isBefore(standard)) {
            findings.at(
                    Severity.WARNING,
                    Design.path(environment, "cluster.version"),
                    "standard support of Kubernetes " + version + " ended on " + standard
                            + ", and extended support ends on " + extended);
        }
    }

    /** Whether the version is missing in the calendar because it is too old, and not because it is newer than that. */
    private static boolean isOlderThanKnown(String version) {
        String[] parts = version.split("\\.", 2);
        return !parts[0].equals("1") || Integer.parseInt(parts[1]) < VersionSupport.OLDEST_MINOR;
    }

    private static void addOns(Environment environment, Findings findings) {
        Cluster cluster = environment.cluster();
        AddOns addOns = cluster.addOns();
        List<String> wrong = new ArrayList<>();
        add(wrong, "vpc-cni", addOns.vpcCni().managed());
        add(wrong, "coredns", addOns.coredns().managed());
        add(wrong, "kube-proxy", addOns.kubeProxy().managed());
        add(
                wrong,
                "aws-ebs-csi-driver",
                addOns.ebsCsiDriver() != null && addOns.ebsCsiDriver().managed());
        if (!wrong.isEmpty()) {
            findings.at(
                    Severity.WARNING,
                    Design.path(environment, "cluster.addOns" + (wrong.size() == 1 ? "." + wrong.getFirst() : "")),
                    "expected managed EKS add-ons, found " + String.join(", ", wrong)
                            + (wrong.size() == 1 ? " that is not" : " that are not"));
        }
    }

    private static void add(List<String> wrong, String name, boolean isManaged) {
        if (!isManaged) {
            wrong.add(name);
        }
    }
}
