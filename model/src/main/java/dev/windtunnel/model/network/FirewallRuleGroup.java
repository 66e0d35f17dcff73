package dev.windtunnel.model.network;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule group of a Network Firewall (S14). */
@Doc("A rule group of a Network Firewall")
public record FirewallRuleGroup(
        @Named String name,

        @Doc("stateful or stateless") @Default("stateful") Kind kind,

        @Doc("What becomes of what it matches: pass, drop or alert") @Default("drop")
        Action action,

        @Doc("Domains that it matches, such as .pypi.org; with pass, all others are dropped") @Default("[]")
        List<String> domains,

        @Doc("Name of a group that AWS or a vendor manages; absent means our own rules") @Nullable String managed) {

    /** Whether rules know what came before. */
    public enum Kind {
        /** Flows, with their direction and content. */
        STATEFUL,
        /** Packets, one by one. */
        STATELESS
    }

    /** What becomes of what it matches. */
    public enum Action {
        /** It goes on. */
        PASS,
        /** It is dropped. */
        DROP,
        /** It goes on and is logged. */
        ALERT
    }

    /** @throws IllegalArgumentException if a stateless group would read domains */
    public FirewallRuleGroup {
        domains = List.copyOf(domains);
        if (kind == Kind.STATELESS && !domains.isEmpty()) {
            throw new IllegalArgumentException("domains needs kind: stateful");
        }
    }
}
