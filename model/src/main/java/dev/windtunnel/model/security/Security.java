package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security services of the whole organization (S07, S17, S52, S53, S73, S78). What is absent is off. */
@Doc("Security services of the organization; what is absent is off")
public record Security(
        @Doc("Settings of the accounts themselves") @Default("{}")
        AccountBaseline accountBaseline,

        @Doc("AWS CloudTrail: who called which API") @Nullable CloudTrail cloudTrail,

        @Doc("Amazon GuardDuty: signs of misuse") @Nullable GuardDuty guardDuty,

        @Doc("AWS Security Hub: findings of all services, and standards") @Nullable SecurityHub securityHub,

        @Doc("AWS Config: what is configured how, and whether it should be") @Nullable ConfigRecorder config,

        @Doc("Amazon Macie: personal data in buckets (S73)") @Nullable Macie macie,

        @Doc("Amazon Inspector: known holes in instances and images") @Nullable Inspector inspector,

        @Doc("IAM Access Analyzer: what outsiders may reach") @Nullable AccessAnalyzer accessAnalyzer,

        @Doc("Where findings and logs are searched together") @Nullable Siem siem,

        @Doc("What is gathered for auditors (S78)") @Nullable AuditEvidence auditEvidence,

        @Doc("Runs of kube-bench, kubesec and the like against the clusters (S53)") @Default("[]")
        List<ClusterBenchmark> cisBenchmarks,

        @Doc("KMS keys of accounts that hold no environment, by name") @Default("{}")
        List<Key> keys) {

    /** @throws IllegalArgumentException if a key does not say whose it is */
    public Security {
        cisBenchmarks = List.copyOf(cisBenchmarks);
        keys = List.copyOf(keys);
        for (Key key : keys) {
            if (key.account() == null) {
                throw new IllegalArgumentException(
                        "keys." + key.name() + " says its account; only keys of an environment have that of it");
            }
        }
    }

    /** Everything is off. */
    public Security() {
        this(new AccountBaseline(), null, null, null, null, null, null, null, null, null, List.of(), List.of());
    }
}
