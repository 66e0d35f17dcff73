package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step of a pipeline; the steps follow each other (S35, S36, S59). */
@Doc("A step of a pipeline")
public record Stage(
        @Named String name,

        @Doc(
                "What it does: checkout, lint, test, policy, build, sbom, scan, sign, push, snapshot, migrate, plan, apply, config-change, approval, deploy or verify; absent means that its name says so")
        @Nullable StageKind kind,

        @Doc("Program that does it: ruff, pytest, syft, trivy, cosign; absent means that nobody has said so") @Nullable String tool,

        @Doc("Time that it takes; absent means the estimate for its kind (DEL-01)") @Nullable Distribution time,

        @Doc("What happens when it fails: stop ends the run, warn goes on") @Default("stop")
        OnFailure onFailure,

        @Doc("Least severity of a finding that fails it; absent means that any failure does") @Nullable Severity blockOn,

        @Doc("Share of the runs that fail here (estimate; DEL-03 has 3% for a scan that blocks)") @Default("0%")
        Share failures) {

    /** What happens to the run. */
    public enum OnFailure {
        /** The run ends, nothing is released. */
        STOP,
        /** The run goes on, somebody is told. */
        WARN
    }

    /** How bad a finding is. */
    public enum Severity {
        /** Hardly bad. */
        LOW,
        /** Bad in company. */
        MEDIUM,
        /** Bad. */
        HIGH,
        /** To be mended today. */
        CRITICAL
    }

    /** @throws IllegalArgumentException if neither kind nor name says what it does */
    public Stage {
        if (kind == null && StageKind.ofWord(name).isEmpty()) {
            throw new IllegalArgumentException("a stage named '" + name
                    + "' needs a kind: only names such as lint, test, build, scan say it themselves");
        }
    }

    /** What it does, said by its kind or by its name. */
    public StageKind does() {
        return kind != null ? kind : StageKind.ofWord(name).orElseThrow();
    }

    /** Time that it takes. */
    public Distribution duration() {
        return Objects.requireNonNullElseGet(time, () -> does().usualTime());
    }

    /** Whether a run ends when it fails. */
    public boolean isGate() {
        return onFailure == OnFailure.STOP;
    }
}
