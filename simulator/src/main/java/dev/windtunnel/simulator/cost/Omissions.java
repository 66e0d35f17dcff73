package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.DatabaseClass;
import dev.windtunnel.model.catalog.InstanceType;
import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.Usage;
import dev.windtunnel.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What costs money beside the bill's lines. In the order in which a reader wants it: services of the simulated account, the
 * other accounts, the organization's own.
 */
final class Omissions {

    private static final String NOT_METERED = "not metered in this version";

    private static final List<String> SERVICES = List.of(
            "AWS WAF: web ACL, rules, requests",
            "Amazon CloudWatch: logs, metrics, alarms, traces",
            "Amazon GuardDuty",
            "AWS KMS: keys, requests",
            "AWS Secrets Manager",
            "Amazon Route 53: hosted zone, queries",
            "Amazon ECR: image storage",
            "Amazon RDS: backups beyond the free allocation, snapshot copies");

    private Omissions() {}

    static List<Bill.NotPriced> of(RunResult result, Architecture architecture) {
        String simulated = result.provenance().account();
        List<Bill.NotPriced> omissions = new ArrayList<>();
        for (String service : SERVICES) {
            omissions.add(new Bill.NotPriced(simulated, service, NOT_METERED));
        }
        architecture.caches().stream()
                .filter(cache -> cache.in() == CachePlace.NODE)
                .sorted(Comparator.comparing(Cache::name))
                .map(cache ->
                        new Bill.NotPriced(simulated, "Amazon ElastiCache: node of cache " + cache.name(), NOT_METERED))
                .forEach(omissions::add);
        result.ledger().usages().stream()
                .filter(Omissions::runsOnCredits)
                .map(usage -> new Bill.NotPriced(
                        usage.account(),
                        "CPU credit surplus of " + MeteredResource.name(usage.resource()),
                        "credits are not simulated"))
                .distinct()
                .forEach(omissions::add);
        architecture.organization().accounts().stream()
                .map(Account::name)
                .filter(account -> !account.equals(simulated))
                .sorted()
                .map(account -> Bill.NotPriced.notSimulated(account, "the whole " + account + " account"))
                .forEach(omissions::add);
        String organization = architecture.organization().name();
        omissions.add(new Bill.NotPriced(organization, "AWS Support plan", "depends on the organization's whole bill"));
        omissions.add(new Bill.NotPriced(organization, "Tax", "list prices are without tax"));
        return omissions;
    }

    private static boolean runsOnCredits(Usage usage) {
        if (usage.item() == Item.INSTANCE) {
            return Catalog.embedded()
                    .instanceType(MeteredResource.name(usage.resource()))
                    .filter(InstanceType::burstable)
                    .isPresent();
        }
        return usage.item() == Item.DATABASE_INSTANCE
                && Catalog.embedded()
                        .databaseClass(MeteredResource.name(usage.resource()))
                        .filter(DatabaseClass::burstable)
                        .isPresent();
    }
}
