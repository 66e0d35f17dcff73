package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import java.util.List;

/** What holds in the accounts before anything runs in them (S49, S50, R-CIS-02). Defaults are those of a new account. */
@Doc("Settings of the accounts themselves; without keys those of a new account")
public record AccountBaseline(
        @Doc("Whether new EBS volumes are encrypted without being told") @Default("false")
        boolean ebsEncryptionByDefault,

        @Doc("Whether the account keeps the public out of all its buckets") @Default("false")
        boolean s3PublicAccessBlock,

        @Doc("Accounts whose root user has access keys; a new account has none") @Default("[]")
        List<String> rootAccessKeys,

        @Doc("Whether root users have a second factor, or no credentials at all") @Default("true")
        boolean rootMfa,

        @Doc("Whether the default security groups of all VPCs let nothing in or out") @Default("false")
        boolean defaultSecurityGroupsClosed,

        @Doc("Whether instances are asked for the metadata service's second version without being told")
        @Default("false")
        boolean imdsv2ByDefault,

        @Inline Coverage coverage) {

    /** Copies the list. */
    public AccountBaseline {
        rootAccessKeys = List.copyOf(rootAccessKeys);
    }

    /** A new account. */
    public AccountBaseline() {
        this(false, false, List.of(), true, false, false, new Coverage());
    }
}
