package dev.windtunnel.simulator.cost;

import static dev.windtunnel.simulator.cost.MeteredRun.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Cache;
import dev.windtunnel.model.workload.CachePlace;
import dev.windtunnel.simulator.result.Ledger.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OmissionsTest {

    @Test
    void namesTheOtherAccountsAsNotSimulated() {
        List<Bill.NotPriced> accounts = omissions(new MeteredRun()).stream()
                .filter(entry -> entry.inPlaceOfAmount().equals("not simulated"))
                .toList();

        assertEquals(
                List.of(
                        new Bill.NotPriced("shared", "the whole shared account", "not simulated"),
                        new Bill.NotPriced("dev", "the whole dev account", "not simulated")),
                accounts);
    }

    @Test
    void namesEachOmittedService() {
        String all = omissions(new MeteredRun()).toString();

        for (String service : List.of(
                "WAF",
                "CloudWatch",
                "GuardDuty",
                "KMS",
                "Secrets Manager",
                "Route 53",
                "ECR",
                "backups",
                "Support",
                "Tax")) {
            assertTrue(all.contains(service), service);
        }
    }

    @Test
    void namesCreditSurplusOfBurstableTypesInUseOnce() {
        MeteredRun run = new MeteredRun()
                .time(Item.INSTANCE, "t3a.large/on-demand", MONTH)
                .time(Item.INSTANCE, "t3a.large/spot", MONTH)
                .time(Item.INSTANCE, "m6i.large/on-demand", MONTH)
                .time(Item.DATABASE_INSTANCE, "db.t4g.medium/multi-az", MONTH);

        List<String> surplus = omissions(run).stream()
                .map(Bill.NotPriced::what)
                .filter(what -> what.startsWith("CPU credit surplus"))
                .toList();

        assertEquals(List.of("CPU credit surplus of t3a.large", "CPU credit surplus of db.t4g.medium"), surplus);
    }

    @Test
    void namesTheNodesOfCachesButNotThoseInProcess() {
        Architecture plain = MeteredRun.architecture();
        Architecture cached = new Architecture(
                plain.title(),
                plain.region(),
                plain.organization(),
                plain.environments(),
                plain.endpoints(),
                List.of(),
                List.of(cache("items", CachePlace.NODE), cache("pages", CachePlace.PROCESS)),
                plain.security(),
                plain.dataProtection(),
                plain.buckets(),
                plain.delivery(),
                plain.operations(),
                plain.suppress());

        List<String> nodes = Omissions.of(new MeteredRun().result(), cached).stream()
                .map(Bill.NotPriced::what)
                .filter(what -> what.contains("ElastiCache"))
                .toList();

        assertEquals(List.of("Amazon ElastiCache: node of cache items"), nodes);
    }

    private static Cache cache(String name, CachePlace place) {
        return new Cache(
                name,
                place,
                Share.ALL,
                1000,
                false,
                new Distribution.Fixed(0),
                null,
                Duration.ofMillis(250),
                null,
                ByteSize.parse("2KB"));
    }

    private static List<Bill.NotPriced> omissions(MeteredRun run) {
        return Omissions.of(run.result(), MeteredRun.architecture());
    }
}
