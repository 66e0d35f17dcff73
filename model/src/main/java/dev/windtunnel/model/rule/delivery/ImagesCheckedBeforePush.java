package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.delivery.Pipeline;
import dev.windtunnel.model.delivery.Stage;
import dev.windtunnel.model.delivery.StageKind;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** What makes an image lints, tests, builds, lists, scans and signs it before anybody can pull it. */
final class ImagesCheckedBeforePush implements DesignRule {

    /** In the order of the customer's document, Image build pipeline. */
    private static final List<StageKind> BEFORE_PUSH =
            List.of(StageKind.LINT, StageKind.TEST, StageKind.BUILD, StageKind.SBOM, StageKind.SCAN, StageKind.SIGN);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DEL-01",
            Severity.ERROR,
            "what is pushed can be deployed, whatever a later stage finds",
            List.of("S35", "S36"),
            "DEL-01, DEL-03",
            "write stages of kind lint, test, build, sbom, scan and sign before push, each with onFailure: stop");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Pipeline pipeline : design.architecture().delivery().pipelines()) {
            if (!pipeline.images().isEmpty()) {
                judge(pipeline, findings);
            }
        }
    }

    private static void judge(Pipeline pipeline, Findings findings) {
        String path = "delivery.pipelines." + pipeline.name() + ".stages";
        if (pipeline.stage(StageKind.PUSH).isEmpty()) {
            findings.at(path, "expected a stage of kind push for the images that it makes, found none");
        }
        List<String> missing = BEFORE_PUSH.stream()
                .filter(kind -> pipeline.stage(kind).isEmpty())
                .map(StageKind::word)
                .toList();
        if (!missing.isEmpty()) {
            findings.at(path, "expected stages of kind " + String.join(", ", missing) + " before push, found none");
        }
        for (StageKind kind : BEFORE_PUSH) {
            pipeline.stage(kind).ifPresent(stage -> judge(pipeline, path + "." + stage.name(), stage, findings));
        }
    }

    private static void judge(Pipeline pipeline, String path, Stage stage, Findings findings) {
        if (pipeline.does(StageKind.PUSH, stage.does())) {
            findings.at(path, "expected it before push, found it behind");
        }
        if (!stage.isGate()) {
            findings.at(
                    Severity.WARNING,
                    path + ".onFailure",
                    "expected stop, found warn: the image is pushed all the same");
        }
    }
}
