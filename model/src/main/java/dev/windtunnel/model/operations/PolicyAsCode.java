package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** Rules that a machine checks before a change is made (S68). */
@Doc("Rules that a machine checks before a change is made")
public record PolicyAsCode(
        @Named String name,

        @Doc("What checks: conftest, opa or windtunnel") @Default("conftest")
        Tool tool,

        @Doc("Repository that holds the rules") String repository,

        @Doc("Folder of the rules in it") @Default("policy") String path,

        @Doc("What they judge: terraform-plan, manifests or the design") @Default("terraform-plan")
        Subject judges,

        @Doc("Whether a finding stops the pipeline") @Default("true")
        boolean blocks) {

    /** What checks. */
    public enum Tool {
        /** Conftest, which feeds files to OPA. */
        CONFTEST,
        /** Open Policy Agent. */
        OPA,
        /** {@code windtunnel check}. */
        WINDTUNNEL
    }

    /** What is judged. */
    public enum Subject {
        /** What Terraform would change. */
        TERRAFORM_PLAN,
        /** What GitOps would bring in. */
        MANIFESTS,
        /** The design itself. */
        DESIGN
    }
}
