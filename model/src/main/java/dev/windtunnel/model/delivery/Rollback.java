package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** How a bad release of a workload is taken back (S62, DEL-09, DEL-11, DEL-12). */
@Doc("How a bad release of a workload is taken back")
public record Rollback(
        @Named String workload,

        @Doc("The way back: git-revert, rollout-abort or rollout-undo, which fights self-heal (DEL-09, DEL-11)")
        @Default("git-revert")
        Path by,

        @Doc("Whether it happens without a person, after a failed analysis or alarm") @Default("false")
        boolean automatic,

        @Doc(
                "What becomes of a changed database: schema changes stay compatible, are fixed forward, or need point-in-time recovery (DEL-12)")
        @Default("fix-forward")
        Schema schema,

        @Doc("Runbook that describes it; absent means none") @Nullable String runbook) {

    /** The way back. */
    public enum Path {
        /** Git says the old version again, GitOps brings it. */
        GIT_REVERT,
        /** Argo Rollouts returns to the stable set at once. */
        ROLLOUT_ABORT,
        /** kubectl rollout undo. */
        ROLLOUT_UNDO
    }

    /** What becomes of a changed database. */
    public enum Schema {
        /** The old version runs with the new schema. */
        COMPATIBLE,
        /** A further change mends it. */
        FIX_FORWARD,
        /** The database goes back in time, and loses what came after. */
        POINT_IN_TIME_RECOVERY
    }
}
