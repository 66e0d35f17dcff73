package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Rate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What runs when code is pushed (S35, S36, S59). */
@Doc("What runs when code is pushed")
public record Pipeline(
        @Named String name,
        @Doc("Repository that it builds") String repository,

        @Doc("What starts it: push, tag, schedule or manual") @Default("push")
        Trigger trigger,

        @Doc("Where it runs: github, codebuild or self-hosted (DEL-02)") @Default("github")
        Runner runner,

        @Doc("Size of the runner as its owner names it, BUILD_GENERAL1_MEDIUM; absent means the smallest") @Nullable String runnerSize,

        @Doc("Time until a runner is there; absent means the estimate for the runner (DEL-02)") @Nullable Distribution queueTime,

        @Doc("Runs, for the bill (estimate)") @Default("10/d")
        Rate runs,

        @Doc("Steps in order, by name") List<Stage> stages,

        @Doc("Images that it makes, by name") @Default("{}") List<Image> images) {

    /** What starts a run. */
    public enum Trigger {
        /** A push to the branch. */
        PUSH,
        /** A tag. */
        TAG,
        /** The clock. */
        SCHEDULE,
        /** A person. */
        MANUAL
    }

    /** Where a run takes place. */
    public enum Runner {
        /** A machine of the Git host. */
        GITHUB,
        /** AWS CodeBuild. */
        CODEBUILD,
        /** A pod or machine of one's own. */
        SELF_HOSTED;

        /** Time until it is there where a pipeline does not say its own (DEL-02, estimates). */
        public Distribution usualQueueTime() {
            return Distribution.parse(
                    switch (this) {
                        case GITHUB -> "lognormal(median 8s, sigma 0.8)";
                        case CODEBUILD -> "lognormal(median 35s, sigma 0.4)";
                        case SELF_HOSTED -> "lognormal(median 45s, sigma 0.4)";
                    });
        }
    }

    /** @throws IllegalArgumentException without stages */
    public Pipeline {
        stages = List.copyOf(stages);
        images = List.copyOf(images);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages has at least one stage");
        }
    }

    /** Time until a runner is there. */
    public Distribution timeToRunner() {
        return Objects.requireNonNullElseGet(queueTime, runner::usualQueueTime);
    }

    /** The first stage that does this. */
    public Optional<Stage> stage(StageKind kind) {
        return stages.stream().filter(stage -> stage.does() == kind).findFirst();
    }

    /** Whether both take place, one before the other (R-DEL-01: sign before push). */
    public boolean does(StageKind first, StageKind then) {
        int at = indexOf(first);
        return at >= 0 && at < indexOf(then);
    }

    private int indexOf(StageKind kind) {
        return IntStream.range(0, stages.size())
                .filter(index -> stages.get(index).does() == kind)
                .findFirst()
                .orElse(-1);
    }
}
