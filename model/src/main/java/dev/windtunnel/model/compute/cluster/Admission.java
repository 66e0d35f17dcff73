package dev.windtunnel.model.compute.cluster;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is let into the cluster (S30, S40). */
@Doc("What is let into the cluster")
public record Admission(
        @Doc("gatekeeper, kyverno or none") @Default("none") Engine engine,

        @Doc("Constraints, by name") @Default("{}") List<Constraint> constraints,

        @Doc("Verification of image signatures; absent means none") @Nullable SignatureVerification signatures) {

    /** Who looks at what is let in. */
    public enum Engine {
        /** Nobody beside Pod Security Admission. */
        NONE,
        /** OPA Gatekeeper. */
        GATEKEEPER,
        /** Kyverno. */
        KYVERNO
    }

    /** @throws IllegalArgumentException if there is something to enforce and nobody to do it */
    public Admission {
        constraints = List.copyOf(constraints);
        if (engine == Engine.NONE && !constraints.isEmpty()) {
            throw new IllegalArgumentException("engine is gatekeeper or kyverno where there are constraints");
        }
    }

    /** Nobody looks. */
    public static Admission none() {
        return new Admission(Engine.NONE, List.of(), null);
    }

    /** Whether some constraint of the kind refuses what breaks it. */
    public boolean denies(Constraint.Kind kind) {
        return constraints.stream()
                .anyMatch(each -> each.kind() == kind && each.enforcementAction() == Enforcement.DENY);
    }
}
