package dev.windtunnel.model.rule.observability;

import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;

/** Buckets of logs move what is old to cheaper classes or delete it, and delete it in the end. */
final class LogBucketsAge implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-OBS-03",
            Severity.WARNING,
            "logs are read in their first days and paid for in all the years after",
            List.of("S51", "S66"),
            "S3 User Guide, Managing the lifecycle of objects",
            "write buckets.NAME.lifecycle with transitions to intelligent-tiering or a colder class, and expireAfter");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Bucket bucket : design.architecture().buckets()) {
            String path = "buckets." + bucket.name() + ".lifecycle";
            if (bucket.purpose() != Bucket.Purpose.LOGS) {
                continue;
            }
            if (!bucket.movesOrExpires()) {
                findings.at(path, "expected rules that move or delete old logs, found none");
            } else if (bucket.retention() == null) {
                findings.at(path, "expected a rule with expireAfter, found none: logs are kept for ever");
            }
        }
    }
}
