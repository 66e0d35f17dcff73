package dev.windtunnel.model.rule.database;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.delivery.Stage;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** A release that can change the database begins with a manual snapshot of it. */
final class SnapshotBeforeRelease implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-05",
            Severity.WARNING,
            "a migration that went wrong is not taken back by the former image; the snapshot is the way back",
            List.of("S44"),
            "RDS-56, DEL-12",
            "write database.backups.snapshotBeforeRelease: true and a stage of kind snapshot before migrate");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        List<Pipeline> pipelines = design.architecture().delivery().pipelines();
        if (pipelines.isEmpty()) {
            return;
        }
        for (Environment environment : Scope.production(design)) {
            if (!environment.database().backups().snapshotBeforeRelease()) {
                findings.at(
                        Design.path(environment, "database.backups.snapshotBeforeRelease"),
                        "expected true, as pipelines release into " + environment.name() + ", found false");
            }
        }
        boolean isTaken = pipelines.stream()
                .anyMatch(pipeline -> pipeline.stage(StageKind.SNAPSHOT).isPresent());
        List<Pipeline> migrating = pipelines.stream()
                .filter(pipeline -> pipeline.stage(StageKind.MIGRATE).isPresent())
                .toList();
        if (!isTaken && migrating.isEmpty()) {
            findings.at(
                    "delivery.pipelines",
                    "expected a stage of kind snapshot in one of "
                            + String.join(
                                    ", ", pipelines.stream().map(Pipeline::name).toList()) + ", found none");
        }
        migrating.forEach(pipeline -> before(pipeline, findings));
    }

    private static void before(Pipeline pipeline, Findings findings) {
        if (!pipeline.does(StageKind.SNAPSHOT, StageKind.MIGRATE)) {
            String migrate = pipeline.stage(StageKind.MIGRATE).map(Stage::name).orElse("");
            findings.at(
                    "delivery.pipelines." + pipeline.name() + ".stages." + migrate,
                    "expected a stage of kind snapshot before it, found "
                            + (pipeline.stage(StageKind.SNAPSHOT).isPresent() ? "one behind it" : "none"));
        }
    }
}
