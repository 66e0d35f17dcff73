package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** A Git repository (S60). */
@Doc("A Git repository")
public record Repository(
        @Named String name,

        @Doc("What it holds: infra, platform-config, application or library")
        Kind kind,

        @Doc("Branch that is released") @Default("main") String branch,

        @Doc(
                "Approving reviews that a change of the branch needs; 0 lets anyone push, which is the default of Git hosts")
        @Default("0")
        int reviews,

        @Doc("Where it is found; absent means that nobody has said so") @Nullable String url) {

    /** What a repository holds. */
    public enum Kind {
        /** Infrastructure as code (S67). */
        INFRA,
        /** What GitOps brings into the clusters (S38, S39). */
        PLATFORM_CONFIG,
        /** A service. */
        APPLICATION,
        /** Code that services share. */
        LIBRARY
    }

    /** @throws IllegalArgumentException if reviews are negative */
    public Repository {
        if (reviews < 0) {
            throw new IllegalArgumentException("reviews is not negative, found " + reviews);
        }
    }
}
