package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** An AWS account: the wall of the blast radius and a line of its own on the bill (S05 to S10). */
@Doc("An AWS account of the organization")
public record Account(
        @Named String name,
        @Doc("What the account is for") Purpose purpose,

        @Doc("What it holds, in words for the diagrams") @Default("[]")
        List<String> holds) {

    /** What an account is for. */
    public enum Purpose {
        /** CI/CD tooling, registry, identity (S06). */
        SHARED_SERVICES,
        /** Findings, aggregation, logs of all accounts (S07). */
        SECURITY,
        /** One running environment (S08 to S10). */
        ENVIRONMENT
    }

    /** Copies the list. */
    public Account {
        holds = List.copyOf(holds);
    }
}
