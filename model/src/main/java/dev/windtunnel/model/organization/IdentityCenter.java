package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IAM Identity Center: people sign in once and take a role in an account (S48). The ranges of durations are those of its User
 * Guide, "Set session duration" and "Configure the session duration of the access portal".
 */
@Doc("IAM Identity Center")
public record IdentityCenter(
        @Doc("Account that administers it; absent means the one that pays") @Nullable String administrator,

        @Doc("Where people are known: directory (its own), active-directory or external (Okta, Entra ID)")
        @Default("directory")
        IdentitySource source,

        @Doc("When a second factor is asked: always, context-aware (the sign-in looks unusual) or never")
        @Default("context-aware")
        Mfa mfa,

        @Doc("Time until people sign in again, 15m to 90d") @Default("8h")
        Duration sessionDuration,

        @Doc("Permission sets, each a role in the accounts it is assigned to, by name") @Default("{}")
        List<PermissionSet> permissionSets,

        @Doc("People that have an IAM user of their own beside it; none is best") @Default("[]")
        List<String> iamUsers) {

    /** Where people are known. */
    public enum IdentitySource {
        /** Identity Center's own directory. */
        DIRECTORY,
        /** AWS Managed Microsoft AD or a connector. */
        ACTIVE_DIRECTORY,
        /** A SAML provider, with SCIM. */
        EXTERNAL
    }

    /** When a second factor is asked. */
    public enum Mfa {
        /** At each sign-in. */
        ALWAYS,
        /** When device, browser or place change. */
        CONTEXT_AWARE,
        /** Not at all. */
        NEVER
    }

    /** @throws IllegalArgumentException if the duration is none that the service accepts */
    public IdentityCenter {
        permissionSets = List.copyOf(permissionSets);
        iamUsers = List.copyOf(iamUsers);
        if (sessionDuration.toMinutes() < 15 || sessionDuration.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException(
                    "sessionDuration lies between 15m and 90d, found " + Durations.print(sessionDuration));
        }
    }

    /** The permission sets that somebody may use in an account (R-ACC-05). */
    public List<PermissionSet> assignedIn(String account) {
        return permissionSets.stream().filter(set -> set.isAssignedIn(account)).toList();
    }
}
