package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.SecurityGroup;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.AccountBaseline;
import dev.windtunnel.model.security.CloudTrail;
import dev.windtunnel.model.security.ConfigRecorder;
import dev.windtunnel.model.security.Coverage;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the CIS AWS Foundations Benchmark asks of accounts, as far as a design says it. */
final class BenchmarkOfAccounts implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CIS-02",
            Severity.WARNING,
            "these are the settings that auditors ask for first, and that intruders look for first",
            List.of("S52"),
            "CIS AWS Foundations Benchmark v3.0.0, sections 1.4, 1.5, 2.1.4, 2.2.1, 3.1 to 3.6, 4.16, 5.4",
            "write security.accountBaseline, security.cloudTrail, security.config, security.securityHub, and rotation: true of keys");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Security security = design.architecture().security();
        saidOpenly(design, findings);
        if (Scope.governsAccounts(design)) {
            trail(security.cloudTrail(), findings);
            watched(design, security, findings);
            baseline(design, security.accountBaseline(), findings);
        }
    }

    /** What is written and wrong is wrong in a sketch too. */
    private static void saidOpenly(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            environment.keys().forEach(key -> rotates(key, Design.path(environment, "keys."), findings));
        }
        design.architecture().security().keys().forEach(key -> rotates(key, "security.keys.", findings));
        for (Bucket bucket : design.architecture().buckets()) {
            if (!bucket.publicAccessBlock()) {
                findings.at(
                        "buckets." + bucket.name() + ".publicAccessBlock",
                        "expected " + bucket.name() + " to keep the public out, found publicAccessBlock: false");
            }
        }
        AccountBaseline baseline = design.architecture().security().accountBaseline();
        if (!baseline.rootAccessKeys().isEmpty()) {
            findings.at(
                    "security.accountBaseline.rootAccessKeys",
                    "expected no access keys of root users, found them in "
                            + String.join(", ", baseline.rootAccessKeys()));
        }
        if (!baseline.rootMfa()) {
            findings.at("security.accountBaseline.rootMfa", "expected a second factor of root users, found none");
        }
    }

    private static void rotates(Key key, String path, Findings findings) {
        if (key.usage() == Key.Usage.ENCRYPT_DECRYPT && !key.rotation()) {
            findings.at(
                    path + key.name() + ".rotation",
                    "expected key " + key.name() + " to be rotated, found rotation: false");
        }
    }

    private static void trail(@Nullable CloudTrail trail, Findings findings) {
        if (trail == null) {
            findings.at("security.cloudTrail", "expected a trail of all regions with validated log files, found none");
            return;
        }
        if (!trail.multiRegion()) {
            findings.at("security.cloudTrail.multiRegion", "expected a trail of all regions, found multiRegion: false");
        }
        if (!trail.logFileValidation()) {
            findings.at(
                    "security.cloudTrail.logFileValidation",
                    "expected digests of the log files, found logFileValidation: false");
        }
    }

    private static void watched(Design design, Security security, Findings findings) {
        ConfigRecorder config = security.config();
        if (config == null) {
            findings.at("security.config", "expected AWS Config to be on, found nothing of it");
        } else {
            covers(design, config.coverage(), "security.config", "AWS Config", findings);
        }
        if (security.securityHub() == null) {
            findings.at("security.securityHub", "expected Security Hub to be on, found nothing of it");
        } else {
            covers(design, security.securityHub().coverage(), "security.securityHub", "Security Hub", findings);
        }
    }

    private static void covers(Design design, Coverage coverage, String path, String what, Findings findings) {
        String region = design.architecture().region();
        List<String> without = Owners.accounts(design).stream()
                .map(Account::name)
                .filter(account -> !coverage.covers(account, region, region))
                .toList();
        if (!without.isEmpty()) {
            findings.at(
                    path,
                    "expected " + what + " in every account in " + region + ", found it off in "
                            + String.join(", ", without));
        }
    }

    private static void baseline(Design design, AccountBaseline baseline, Findings findings) {
        if (!baseline.s3PublicAccessBlock()) {
            findings.at(
                    "security.accountBaseline.s3PublicAccessBlock",
                    "expected accounts to keep the public out of all buckets, found s3PublicAccessBlock: false");
        }
        if (!baseline.ebsEncryptionByDefault()) {
            findings.at(
                    "security.accountBaseline.ebsEncryptionByDefault",
                    "expected new volumes to be encrypted without a word, found ebsEncryptionByDefault: false");
        }
        for (Environment environment : design.environments()) {
            String path = Design.path(environment, "vpc.securityGroups." + SecurityGroup.DEFAULT);
            boolean isWritten = environment.vpc().securityGroups().stream()
                    .anyMatch(group -> group.name().equals(SecurityGroup.DEFAULT));
            boolean isClosed = environment
                    .vpc()
                    .securityGroup(SecurityGroup.DEFAULT)
                    .filter(SecurityGroup::isClosed)
                    .isPresent();
            // What a VPC says of its own group counts more than what holds for all VPCs.
            if (!isClosed && (isWritten || !baseline.defaultSecurityGroupsClosed())) {
                findings.at(
                        path,
                        "expected the default security group of " + environment.name()
                                + " to let nothing in or out, found it open");
            }
        }
    }
}
