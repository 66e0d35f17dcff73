package dev.windtunnel.model.rule.account;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.by;
import static dev.windtunnel.model.rule.Judged.dev;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.rule.Designs;
import dev.windtunnel.model.rule.Judged;
import dev.windtunnel.model.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkOfAccountsTest {

    private static List<String> found(Designs design) {
        return by("R-CIS-02", design);
    }

    @Test
    void wantsATrailOfAllRegionsThatNobodyCouldChange() {
        Designs design = shipped()
                .after("  cloudTrail:\n", "    multiRegion: true\n", "")
                .after("  cloudTrail:\n", "    logFileValidation: true\n", "");

        assertEquals(
                List.of(
                        "security.cloudTrail.logFileValidation: expected digests of the log files, found"
                                + " logFileValidation: false",
                        "security.cloudTrail.multiRegion: expected a trail of all regions, found multiRegion: false"),
                found(design).stream().sorted().toList());
    }

    @Test
    void wantsConfigInEveryAccount() {
        Designs design = shipped().after("\n  config:\n", "    aggregator", "    accounts: [prod]\n    aggregator");

        assertEquals(
                List.of("security.config: expected AWS Config in every account in us-east-1, found it off in"
                        + " shared-services, security, dev, stage"),
                found(design));
    }

    @Test
    void wantsKeysRotatedUnlessTheySign() {
        Designs design = shipped().after("    registry:\n      account", "rotation: true", "rotation: false");

        assertEquals(
                List.of("security.keys.registry.rotation: expected key registry to be rotated, found rotation: false"),
                found(design));
    }

    @Test
    void wantsTheDefaultGroupClosedWhateverTheBaselineSays() {
        Designs design = dev(
                "    dns:",
                "      securityGroups: { default: { ingress: [{ group: default, protocol: all }] } }\n    dns:");

        assertEquals(
                List.of("environments.dev.vpc.securityGroups.default: expected the default security group of dev to let"
                        + " nothing in or out, found it open"),
                found(design));
    }

    @Test
    void wantsThePublicKeptOut() {
        Designs design = shipped()
                .after("  build-artifacts:", "key: registry", "key: registry\n    publicAccessBlock: false")
                .after("accountBaseline:", "s3PublicAccessBlock: true", "s3PublicAccessBlock: false");

        assertEquals(
                List.of(
                        "buckets.build-artifacts.publicAccessBlock: expected build-artifacts to keep the public out, found"
                                + " publicAccessBlock: false",
                        "security.accountBaseline.s3PublicAccessBlock: expected accounts to keep the public out of all"
                                + " buckets, found s3PublicAccessBlock: false"),
                found(design).stream().sorted().toList());
    }

    @Test
    void wantsRootUsersWithoutKeysAndWithASecondFactor() {
        Designs design = shipped()
                .after("accountBaseline:\n", "    imdsv2", "    rootAccessKeys: [dev]\n    rootMfa: false\n    imdsv2");

        assertEquals(
                List.of(
                        "security.accountBaseline.rootAccessKeys: expected no access keys of root users, found them in dev",
                        "security.accountBaseline.rootMfa: expected a second factor of root users, found none"),
                found(design).stream().sorted().toList());
    }

    @Test
    void missesEverythingWhereNothingIsSaid() {
        Architecture customer = shipped().read().architecture();

        List<String> found = by("R-CIS-02", Judged.with(customer, customer.organization(), new Security()));

        assertEquals(
                List.of(
                        "security.accountBaseline.ebsEncryptionByDefault: expected new volumes to be encrypted without a"
                                + " word, found ebsEncryptionByDefault: false",
                        "security.accountBaseline.s3PublicAccessBlock: expected accounts to keep the public out of all"
                                + " buckets, found s3PublicAccessBlock: false",
                        "security.cloudTrail: expected a trail of all regions with validated log files, found none",
                        "security.config: expected AWS Config to be on, found nothing of it",
                        "security.securityHub: expected Security Hub to be on, found nothing of it"),
                found.stream().sorted().toList());
    }
}
