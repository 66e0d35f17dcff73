package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement of an IAM policy: which actions on which resources are allowed or denied (S48). */
@Doc("A statement of an IAM policy")
public record PolicyStatement(
        @Doc("allow or deny") @Default("allow") Effect effect,

        @Doc("Actions as IAM writes them: eks:DescribeCluster, s3:Get*, *")
        List<String> actions,

        @Doc("ARNs of what they are done to, a * stands for any letters") @Default("['*']")
        List<String> resources,

        @Doc("When it holds, in words or as JSON; absent means always") @Nullable String condition) {

    /** What becomes of what a statement names. */
    public enum Effect {
        /** It may be done. */
        ALLOW,
        /** It may not, whatever else allows it. */
        DENY
    }

    private static final Pattern ACTION = Pattern.compile("\\*(:\\*)?|[a-z0-9-]+:[A-Za-z0-9*?]+");

    /** @throws IllegalArgumentException without actions, resources, or with an action that IAM could not read */
    public PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("actions names at least one");
        }
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("resources names at least one; '*' is all of them");
        }
        actions.forEach(action -> requireAction("actions", action));
    }

    static void requireAction(String key, String action) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException(
                    key + " are written service:Action as in s3:GetObject, found '" + action + "'");
        }
    }

    /** Whether everything may be done: an action {@code *} or {@code *:*} on resource {@code *}, without a condition (R-ACC-05). */
    public boolean allowsEverything() {
        return effect == Effect.ALLOW
                && condition == null
                && resources.contains("*")
                && actions.stream().anyMatch(PolicyStatement::isEverything);
    }

    /** The allowed actions that a whole service is given by: {@code s3:*}, or {@code *}. */
    public List<String> wholeServices() {
        return effect == Effect.DENY
                ? List.of()
                : actions.stream()
                        .filter(action -> isEverything(action) || action.endsWith(":*"))
                        .toList();
    }

    private static boolean isEverything(String action) {
        return action.equals("*") || action.equals("*:*");
    }
}
