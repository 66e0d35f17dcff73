package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.security.Secret;
import dev.windtunnel.model.security.Security;
import dev.windtunnel.model.security.SecurityHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a design says of security services, keys, secrets and classes of data (S07, S17, S47, S50, S52, S53, S73, S78). */
final class SecurityInputTest {

    private static final String REGION = "region: us-east-1\n";
    private static final String PROD = "    account: prod\n";

    @TempDir
    private Path folder = Path.of("");

    private Draft top(String lines) {
        return Draft.in(folder).architecture(REGION, REGION + lines + "\n");
    }

    private Draft prod(String line) {
        return Draft.in(folder).architecture(PROD, PROD + "    " + line + "\n");
    }

    @Test
    void isOffUnlessToldSo() {
        Architecture architecture = Draft.in(folder).read().architecture();

        assertEquals(new Security(), architecture.security());
        assertNull(architecture.security().guardDuty());
        assertFalse(architecture.security().accountBaseline().ebsEncryptionByDefault());
        assertNull(architecture.dataProtection().residency());
    }

    @Test
    void coversAllAccountsAndTheArchitecturesRegionUnlessToldSo() {
        Security security = top("security: { guardDuty: {}, inspector: { accounts: [prod] }, securityHub: {} }")
                .read()
                .architecture()
                .security();

        assertTrue(Objects.requireNonNull(security.guardDuty()).coverage().covers("dev", "us-east-1", "us-east-1"));
        assertFalse(Objects.requireNonNull(security.guardDuty()).coverage().covers("dev", "eu-central-1", "us-east-1"));
        assertFalse(Objects.requireNonNull(security.inspector()).coverage().covers("dev", "us-east-1", "us-east-1"));
        assertEquals(
                List.of(SecurityHub.Standard.FSBP, SecurityHub.Standard.CIS),
                Objects.requireNonNull(security.securityHub()).standards());
    }

    @Test
    void givesKeysTheDefaultsOfKms() {
        Key key = prod("keys: { data: {} }").read().environment().keys().getFirst();

        assertEquals(new Key("data"), key);
        assertFalse(key.rotation());
        assertEquals(Duration.ofDays(30), key.deletionWindow());
    }

    @Test
    void givesSecretsTheDefaultsOfSecretsManager() {
        Secret secret =
                prod("secrets: { database: {} }").read().environment().secrets().getFirst();

        assertEquals(new Secret("database"), secret);
        assertEquals("aws/secretsmanager", secret.key());
        assertNull(secret.rotation());
    }

    @Test
    void letsAnAccountUseAKeyThatAnotherSharesWithIt() {
        String keys = "security: { keys: { common: { account: dev, sharedWith: [prod] } } }";
        Draft draft = top(keys).architecture(PROD, PROD + "    secrets: { token: { key: common } }\n");

        assertEquals("common", draft.read().environment().secrets().getFirst().key());
    }

    @Test
    void saysWhoseTheKeyIsThatAnAccountMayNotUse() {
        String keys = "security: { keys: { common: { account: dev } } }";
        String problem = top(keys)
                .architecture(PROD, PROD + "    secrets: { token: { key: common } }\n")
                .onlyProblemWithAdvice();

        assertTrue(problem.contains("account 'prod' has no key 'common'"), problem);
        assertTrue(problem.contains("it belongs to 'dev'; add 'sharedWith: [prod]' there"), problem);
    }

    @Test
    void keepsClassesWithinWhatResidencyAllows() {
        String problem = top("dataProtection: { residency: { allowedRegions: [us-east-1] }, classes: { users: {"
                        + " sensitivity: personal, allowedRegions: [eu-central-1] } } }")
                .onlyProblemWithAdvice();

        assertTrue(
                problem.contains("allowedRegions lie within those of residency, us-east-1, found eu-central-1"),
                problem);
        assertTrue(problem.startsWith("architecture.yaml:3:"), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security: { guardDuty: { administrator: securty } } | unknown account 'securty'",
                "security: { guardDuty: { accounts: [prdo] } } | did you mean 'prod'?",
                "security: { guardDuty: { regions: [us-east-2] } } | unknown region 'us-east-2'",
                "security: { guardDuty: { protections: [s4] } } | expected one of s3, eks-audit-logs",
                "security: { guardDuty: { publishingInterval: 2h } } | publishingInterval is 15m, 1h or 6h, found 2h",
                "security: { guardDuty: { key: aws/s3 } } | key needs a bucket",
                "security: { guardDuty: { region: [us-east-1] } } | did you mean 'regions'?",
                "security: { cloudTrail: {} } | missing key 'bucket'",
                "security: { cloudTrail: { bucket: trail } } | unknown bucket 'trail'",
                "security: { config: { aggregator: audit } } | unknown account 'audit'",
                "security: { macie: { buckets: [uploads] } } | unknown bucket 'uploads'",
                "security: { macie: { sampling: 0% } } | sampling is more than 0%",
                "security: { inspector: { scans: [] } } | scans names at least one",
                "security: { accessAnalyzer: { unusedAccessAfter: 400d } } | unusedAccessAfter lies between 1d and 365d",
                "security: { siem: { account: prod, product: Splunk, sources: [] } } | sources names at least one",
                "security: { accountBaseline: { rootAccessKeys: [pord] } } | unknown account 'pord'",
                "security: { cisBenchmarks: [ { tool: kube-bench, schedule: 0 4 * * *, blocks: true } ] } | blocks needs a run with each build",
                "security: { cisBenchmarks: [ { tool: kube-bench, environments: [prd] } ] } | unknown environment 'prd'",
                "security: { cisBenchmarks: [ { tool: kube-bench, reportsTo: results } ] } | unknown bucket 'results'",
                "security: { keys: { logs: {} } } | keys.logs says its account",
                "security: { keys: { logs: { account: log } } } | unknown account 'log'",
                "dataProtection: { classes: { users: { sensitivity: secret } } } | expected one of public, internal, confidential, personal",
                "dataProtection: { classes: { users: { sensitivity: personal, stores: [prod.databse] } } } | did you mean 'prod.database'",
                "dataProtection: { residency: { allowedRegions: [] } } | allowedRegions names at least one",
            })
    void saysWhatIsWrongWithSecurity(String line, String expected) {
        String problem = top(line).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:3:") && problem.contains(expected), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: { aws/rds: {} } | does not begin with aws/, found 'aws/rds'",
                "keys: { data: { rotation: true, usage: sign-verify } } | rotation needs usage: encrypt-decrypt",
                "keys: { data: { rotationPeriod: 30d } } | rotationPeriod lies between 90d and 2560d, found 30d",
                "keys: { data: { deletionWindow: 3d } } | deletionWindow lies between 7d and 30d, found 3d",
                "keys: { data: { replicaRegions: [eu-central-1] } } | replicaRegions needs multiRegion: true",
                "keys: { data: { multiRegion: true, replicaRegions: [eu-central-9] } } | did you mean 'eu-central-1'?",
                "keys: { data: { account: dev } } | a key of environment 'prod' belongs to its account 'prod', found 'dev'",
                "keys: { data: { sharedWith: [devel] } } | unknown account 'devel'",
                "secrets: { database: { key: data } } | account 'prod' has no key 'data'",
                "secrets: { database: { usedBy: [wbe] } } | did you mean 'web'?",
                "secrets: { database: { rotation: 1h } } | rotation lies between 4h and 1000d, found 1h",
                "secrets: { database: { recoveryWindow: 40d } } | recoveryWindow lies between 7d and 30d, found 40d",
            })
    void saysWhatIsWrongWithKeysAndSecrets(String line, String expected) {
        String problem = prod(line).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:") && problem.contains(expected), problem);
    }
}
