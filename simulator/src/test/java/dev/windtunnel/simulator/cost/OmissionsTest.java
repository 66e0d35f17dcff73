package dev.windtunnel.simulator.cost;

import static dev.windtunnel.simulator.cost.MeteredRun.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.Ledger.Item;
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

    private static List<Bill.NotPriced> omissions(MeteredRun run) {
        return Omissions.of(run.result(), MeteredRun.architecture());
    }
}
