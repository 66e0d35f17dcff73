package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.network.VpcConnection;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.Key;
import java.util.List;

/**
 * Production shares nothing with other environments that could take it down with them. VPC, cluster and database are an
 * environment's own by the way a design is written; what is left to share are keys and ways through the network.
 */
final class ProductionAlone implements DesignRule {

    /** What an environment encrypts for itself; images and artifacts are shared on purpose. */
    private static final List<Key.Use> OWN =
            List.of(Key.Use.EBS, Key.Use.RDS, Key.Use.SECRETS, Key.Use.EKS_SECRETS, Key.Use.SQS, Key.Use.BACKUPS);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-ACC-07",
            Severity.ERROR,
            "isolation limits the blast radius: a key disabled or a host taken over in dev must not reach production",
            List.of("S10"),
            "KMS Developer Guide: Allowing users in other accounts to use a KMS key",
            "give production keys of its own without sharedWith of other environments, and no connection to their VPCs");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        design.production().ifPresent(prod -> {
            for (Environment other : design.environments()) {
                if (!other.equals(prod)) {
                    keysOf(prod, other, findings);
                    keysOf(other, prod, findings);
                    keysForBoth(design, prod, other, findings);
                    wayBetween(prod, other, findings);
                    wayBetween(other, prod, findings);
                }
            }
        });
    }

    private static void keysOf(Environment owner, Environment user, Findings findings) {
        for (Key key : owner.keys()) {
            if (key.sharedWith().contains(user.account())) {
                findings.at(
                        Design.path(owner, "keys." + key.name() + ".sharedWith"),
                        "key " + key.name() + " of " + owner.name() + " is shared with " + user.account()
                                + ", expected a key of its own for " + user.name());
            }
        }
    }

    private static void keysForBoth(Design design, Environment prod, Environment other, Findings findings) {
        for (Key key : design.architecture().security().keys()) {
            boolean isForBoth = key.sharedWith().contains(prod.account())
                    && key.sharedWith().contains(other.account());
            if (isForBoth && key.encrypts().stream().anyMatch(OWN::contains)) {
                findings.at(
                        "security.keys." + key.name() + ".sharedWith",
                        "key " + key.name() + " encrypts what belongs to " + prod.name() + " and to " + other.name()
                                + ", expected one for each");
            }
        }
    }

    /** A route is less than a shared VPC, but it is what an intruder would take. */
    private static void wayBetween(Environment from, Environment to, Findings findings) {
        for (VpcConnection connection : from.vpc().connections()) {
            if (to.name().equals(connection.environment())) {
                findings.at(
                        Severity.WARNING,
                        Design.path(from, "vpc.connections." + connection.name()),
                        connection.name() + " leads from the VPC of " + from.name() + " into that of " + to.name()
                                + ", expected no way between them");
            }
        }
    }
}
