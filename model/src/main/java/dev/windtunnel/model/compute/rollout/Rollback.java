package dev.windtunnel.model.compute.rollout;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way back from a bad release (S62; R-DEL-05). */
@Doc("The way back from a bad release")
public record Rollback(
        @Doc("git-revert (and Argo CD), rollouts-abort, or undo of the Deployment")
        Path path,

        @Doc("Whether it begins by itself, as a failed analysis does") @Default("false")
        boolean automatic,

        @Doc("Time from the page to the decision where it is a person's (estimate)") @Default("10m")
        Duration decisionTime,

        @Doc("Runbook, by name; absent means none is written") @Nullable String runbook) {

    /** By which way the old version comes back. */
    public enum Path {
        /** A revert in Git, which Argo CD carries out. */
        GIT_REVERT,
        /** An abort of the rollout, back to the stable version. */
        ROLLOUTS_ABORT,
        /** The Deployment's former ReplicaSet. */
        UNDO
    }
}
