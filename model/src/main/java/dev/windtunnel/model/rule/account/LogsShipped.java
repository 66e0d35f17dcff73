package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.AccessLogs;
import dev.windtunnel.model.network.FlowLogs;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.Account.Purpose;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.CloudTrail;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each account ships its CloudTrail events, and each that runs an environment its flow logs and access logs, to security. */
final class LogsShipped implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-04",
            Severity.ERROR,
            "logs that stay where they were written are gone with whoever takes the account over",
            List.of("S07", "S17", "S51"),
            "AWS Prescriptive Guidance: AWS Security Reference Architecture, log archive",
            "write organization.accounts.NAME.logs with buckets of the security account");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<String> home = Owners.of(design, Purpose.SECURITY);
        if (!Scope.governsAccounts(design) || home.isEmpty()) {
            return;
        }
        Shipping shipping = new Shipping(design, home, findings);
        List<String> running = Owners.withEnvironments(design);
        for (Account account : Owners.accounts(design)) {
            String logs = "organization.accounts." + account.name() + ".logs.";
            if (account.logs().cloudTrail() != null || !isRecordedByAll(design)) {
                shipping.goes(
                        logs + "cloudTrail", "CloudTrail events", account.logs().cloudTrail());
            }
            if (running.contains(account.name())) {
                shipping.goes(logs + "flowLogs", "VPC flow logs", account.logs().flowLogs());
                shipping.goes(logs + "albLogs", "access logs", account.logs().albLogs());
            }
        }
        design.environments().forEach(environment -> written(environment, shipping));
    }

    /** What environments write goes where their accounts say; what they do not write at all is R-NET-14 and R-EDG-03. */
    private static void written(Environment environment, Shipping shipping) {
        FlowLogs flowLogs = environment.vpc().flowLogs();
        if (flowLogs != null && flowLogs.destination() == FlowLogs.Destination.S3) {
            shipping.goes(Design.path(environment, "vpc.flowLogs.target"), "VPC flow logs", flowLogs.target());
        }
        AccessLogs accessLogs = environment.loadBalancer().exposure().accessLogs();
        if (accessLogs != null) {
            shipping.goes(
                    Design.path(environment, "loadBalancer.accessLogs.bucket"), "access logs", accessLogs.bucket());
        }
    }

    /** Whether the organization's own trail takes the events of every account. */
    private static boolean isRecordedByAll(Design design) {
        CloudTrail trail = design.architecture().security().cloudTrail();
        return trail != null && trail.organization();
    }

    private record Shipping(Design design, List<String> home, Findings findings) {

        void goes(String path, String what, @Nullable String bucket) {
            if (bucket == null) {
                findings.at(path, "expected " + what + " to go to a bucket of " + homes() + ", found none named");
                return;
            }
            String owner = Owners.bucket(design, bucket).map(Bucket::account).orElse("");
            if (!home.contains(owner)) {
                findings.at(
                        path,
                        "expected " + what + " to go to a bucket of " + homes() + ", found " + bucket
                                + (owner.isEmpty() ? ", which is not listed" : " of " + owner));
            }
        }

        private String homes() {
            return String.join(" or ", home);
        }
    }
}
