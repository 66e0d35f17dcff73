package dev.windtunnel.model.rule.protection;

import dev.windtunnel.model.rule.DesignRule;
import java.util.List;

/** The rules of this room. */
public final class ProtectionRules {

    private static final List<DesignRule> ALL =
            List.of(new CredentialsInSecretsManager(), new EncryptedEverywhere(), new DataWhereItMayLie());

    private ProtectionRules() {}

    /** All of them. */
    public static List<DesignRule> all() {
        return ALL;
    }
}
