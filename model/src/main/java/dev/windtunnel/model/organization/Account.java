package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An AWS account: the wall of the blast radius and a line of its own on the bill (S05 to S10). */
@Doc("An AWS account of the organization")
public record Account(
        @Named String name,
        @Doc("What the account is for") Purpose purpose,

        @Doc("What it holds, in words for the diagrams") @Default("[]")
        List<String> holds,

        @Doc("Organizational unit that it stands in; absent means right below the root") @Nullable String organizationalUnit,

        @Doc("Monthly budget; absent means none (S63)") @Nullable AccountBudget budget,

        @Doc("Where its logs are shipped to (S07, S17, S51)") @Default("{}")
        LogShipping logs,

        @Doc(
                "AWS Support plan: basic, developer, business, business-plus, enterprise-on-ramp, enterprise or unified-operations")
        @Default("basic")
        SupportPlan supportPlan,

        @Doc("How it came into being: by-hand or account-factory (S75)") @Default("by-hand")
        Origin origin) {

    /** What an account is for. */
    public enum Purpose {
        /** CI/CD tooling, registry, identity (S06). */
        SHARED_SERVICES,
        /** Findings, aggregation, logs of all accounts (S07). */
        SECURITY,
        /** One running environment (S08 to S10). */
        ENVIRONMENT
    }

    /** What AWS helps with, and how fast. */
    public enum SupportPlan {
        /** Bills and quotas. */
        BASIC,
        /** By mail, in office hours. */
        DEVELOPER,
        /** Around the clock. */
        BUSINESS,
        /** Around the clock, the plan that follows business. */
        BUSINESS_PLUS,
        /** With a pool of technical account managers. */
        ENTERPRISE_ON_RAMP,
        /** With a technical account manager. */
        ENTERPRISE,
        /** With a team that knows the design. */
        UNIFIED_OPERATIONS
    }

    /** How an account came into being. */
    public enum Origin {
        /** Made or invited by somebody. */
        BY_HAND,
        /** Vended by Control Tower's account factory. */
        ACCOUNT_FACTORY
    }

    /** Copies the list. */
    public Account {
        holds = List.copyOf(holds);
    }

    /** An account that says no more than its purpose. */
    public Account(String name, Purpose purpose, List<String> holds) {
        this(name, purpose, holds, null, null, new LogShipping(), SupportPlan.BASIC, Origin.BY_HAND);
    }
}
