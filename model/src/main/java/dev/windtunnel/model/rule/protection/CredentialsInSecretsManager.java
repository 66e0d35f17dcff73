package dev.windtunnel.model.rule.protection;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.CronJob;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.compute.pod.ServiceAccount;
import dev.windtunnel.model.database.DatabaseAccess;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.security.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials lie in Secrets Manager, and pods read them with a role of their own. */
final class CredentialsInSecretsManager implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DB-07",
            Severity.ERROR,
            "a password in a manifest or an image is read by everybody who reads those, and is never rotated",
            List.of("S47"),
            "SEC-01, SEC-04; EKS User Guide: IAM roles for service accounts",
            "write database.access.secret, secrets.NAME with injection and usedBy, and serviceAccount.role of those who read it");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            database(environment, findings);
            for (Secret secret : environment.secrets()) {
                if (secret.injection() == null && !secret.usedBy().isEmpty()) {
                    findings.at(
                            Design.path(environment, "secrets." + secret.name() + ".injection"),
                            "expected a word on how secret " + secret.name() + " reaches "
                                    + String.join(", ", secret.usedBy()) + ", found none");
                }
            }
            readWithRoles(environment, findings);
        }
    }

    /** With IAM tokens there is no password to keep. */
    private static void database(Environment environment, Findings findings) {
        DatabaseAccess access = environment.database().access();
        List<String> clients = clients(environment);
        if (clients.isEmpty() || access.iamAuthentication()) {
            return;
        }
        String name = access.secret();
        if (name == null) {
            findings.at(
                    Design.path(environment, "database.access.secret"),
                    "expected the credentials of " + String.join(", ", clients)
                            + " for the database in Secrets Manager, found no secret named");
            return;
        }
        for (Secret secret : environment.secrets()) {
            List<String> without = clients.stream()
                    .filter(client -> !secret.usedBy().contains(client))
                    .toList();
            if (secret.name().equals(name) && !without.isEmpty()) {
                findings.at(
                        Design.path(environment, "secrets." + name + ".usedBy"),
                        "expected everybody who connects to the database to read secret " + name + ", found not "
                                + String.join(", ", without));
            }
        }
    }

    private static List<String> clients(Environment environment) {
        List<String> named = environment.database().access().workloads();
        return environment.workloads().stream()
                .filter(workload ->
                        named.isEmpty() ? workload.databaseClient() != null : named.contains(workload.name()))
                .map(Workload::name)
                .toList();
    }

    /** External Secrets reads with a role of the operator's; all other ways with that of the pod. */
    private static void readWithRoles(Environment environment, Findings findings) {
        Map<String, String> secretOf = new LinkedHashMap<>();
        for (Secret secret : environment.secrets()) {
            if (secret.injection() != Secret.Injection.EXTERNAL_SECRETS) {
                secret.usedBy().forEach(reader -> secretOf.putIfAbsent(reader, secret.name()));
            }
        }
        for (Workload workload : environment.workloads()) {
            hasARole(
                    "workloads",
                    workload.name(),
                    workload.template().serviceAccount(),
                    secretOf,
                    environment,
                    findings);
        }
        for (CronJob job : environment.cronJobs()) {
            hasARole("cronJobs", job.name(), job.serviceAccount(), secretOf, environment, findings);
        }
    }

    private static void hasARole(
            String kind,
            String name,
            @Nullable ServiceAccount account,
            Map<String, String> secretOf,
            Environment environment,
            Findings findings) {
        String secret = secretOf.get(name);
        if (secret != null && (account == null || account.role() == null)) {
            findings.at(
                    Design.path(environment, kind + "." + name + ".serviceAccount.role"),
                    "expected " + name + " to read secret " + secret
                            + " with a role of its own, found none, so that it has that of its node");
        }
    }
}
