package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an image gets into an environment: under which tag, from which environment, and who has to agree (S37, S59). */
@Doc("How an image gets into an environment")
public record Promotion(
        @Named String environment,

        @Doc("Tag that it carries there, {sha} for the commit: staging-{sha}, prod-{sha}")
        String tag,

        @Doc("Environment that it comes from; absent means from the pipeline") @Nullable String from,

        @Doc("Whether manifests name the image by digest and not by tag") @Default("false")
        boolean byDigest,

        @Doc("Who agrees: automatic, review of the change of the configuration, or a release-manager")
        @Default("automatic")
        Approval approval,

        @Doc("People who have to agree") @Default("0") int approvers,

        @Doc("Time until they have; absent means none if automatic, otherwise the estimate of DEL-04") @Nullable Distribution approvalTime) {

    /** Who agrees. */
    public enum Approval {
        /** Nobody has to. */
        AUTOMATIC,
        /** Reviewers of the change of the configuration. */
        REVIEW,
        /** Whoever answers for the release. */
        RELEASE_MANAGER
    }

    /** @throws IllegalArgumentException if approval and approvers, or tag and commit, do not fit */
    public Promotion {
        if (!tag.contains("{sha}")) {
            throw new IllegalArgumentException(
                    "tag holds {sha}, without which it would say another image with each release, found '" + tag + "'");
        }
        if (approval == Approval.AUTOMATIC && approvers != 0) {
            throw new IllegalArgumentException("approvers needs approval: review or release-manager");
        }
        if (approval != Approval.AUTOMATIC && approvers < 1) {
            throw new IllegalArgumentException(
                    "approvers is at least 1 unless approval is automatic, found " + approvers);
        }
        if (environment.equals(from)) {
            throw new IllegalArgumentException("from is another environment, found " + environment + " itself");
        }
    }

    /** Time until everybody has agreed. */
    public Distribution timeToAgree() {
        return Objects.requireNonNullElseGet(
                approvalTime,
                () -> Distribution.parse(approval == Approval.AUTOMATIC ? "0s" : "lognormal(median 45m, sigma 1.0)"));
    }
}
