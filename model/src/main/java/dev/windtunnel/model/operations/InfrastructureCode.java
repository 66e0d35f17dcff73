package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Infrastructure as code, with a workspace for each environment (S67). */
@Doc("Infrastructure as code")
public record InfrastructureCode(
        @Doc("Repository that holds it") String repository,

        @Doc("terraform or opentofu") @Default("terraform") Tool tool,

        @Doc("Bucket that keeps the state; absent means the machine of whoever runs it") @Nullable String stateBucket,

        @Doc("Whether the state is locked while it changes") @Default("true")
        boolean stateLock,

        @Doc("Workspaces, by environment") @Default("{}") List<Workspace> workspaces) {

    /** What reads the code. */
    public enum Tool {
        /** HashiCorp's. */
        TERRAFORM,
        /** Its fork. */
        OPENTOFU
    }

    /** The state of one environment. */
    @Doc("A workspace")
    public record Workspace(
            @Named String environment,

            @Doc("Its name; absent means the environment's") @Nullable String workspace,

            @Doc(
                    "File with its plan as JSON (terraform show -json), beside the architecture, for comparison; absent means none (R-TF-01)")
            @Nullable String plan) {}

    /** Copies the list. */
    public InfrastructureCode {
        workspaces = List.copyOf(workspaces);
    }

    /** The workspace of an environment. */
    public Optional<Workspace> workspace(String environment) {
        return workspaces.stream()
                .filter(workspace -> workspace.environment().equals(environment))
                .findFirst();
    }
}
