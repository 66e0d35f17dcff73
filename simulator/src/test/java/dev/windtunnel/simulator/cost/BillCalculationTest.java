package dev.windtunnel.simulator.cost;

import static dev.windtunnel.simulator.cost.MeteredRun.GIB;
import static dev.windtunnel.simulator.cost.MeteredRun.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.catalog.PriceBook;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import dev.windtunnel.simulator.result.Ledger.Unit;
import dev.windtunnel.simulator.result.Ledger.Usage;
import dev.windtunnel.simulator.result.RunResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BillCalculationTest {

    private final PriceBook virginia = Catalog.embedded().prices("us-east-1");

    private Bill bill(MeteredRun run) {
        return bill(run, virginia);
    }

    private static Bill bill(MeteredRun run, PriceBook prices) {
        return BillCalculation.of(run.result(), MeteredRun.architecture(), prices);
    }

    /** The only line's printed amount. */
    private String amount(MeteredRun run) {
        Bill bill = bill(run);
        assertEquals(1, bill.lines().size(), bill.lines().toString());
        return bill.lines().getFirst().printedAmount().toPlainString();
    }

    @Nested
    class OverAMonth {

        @Test
        void pricesAControlPlane() {
            assertEquals("73.00", amount(new MeteredRun().time(Item.CLUSTER, "", MONTH)));
        }

        @Test
        void pricesThreeNodesInOneLine() {
            MeteredRun run = new MeteredRun()
                    .time(Item.INSTANCE, "t3a.large/on-demand", MONTH)
                    .time(Item.INSTANCE, "t3a.large/on-demand", MONTH)
                    .time(Item.INSTANCE, "t3a.large/on-demand", MONTH);

            assertEquals("164.69", amount(run), "3 x 730 x 0.0752");
        }

        @Test
        void pricesASingleNode() {
            assertEquals("30.37", amount(new MeteredRun().time(Item.INSTANCE, "t3.medium/on-demand", MONTH)));
        }

        @Test
        void pricesSpotApart() {
            MeteredRun run = new MeteredRun()
                    .time(Item.INSTANCE, "c5.large/on-demand", MONTH)
                    .time(Item.INSTANCE, "c5.large/spot", MONTH);

            Bill bill = bill(run);

            assertEquals(
                    List.of("On-Demand c5.large 62.05 SOURCED", "Spot c5.large 25.44 ESTIMATE"),
                    bill.lines().stream()
                            .map(line -> line.item() + " " + line.printedAmount() + " " + line.evidence())
                            .toList());
        }

        @Test
        void pricesNodeVolumes() {
            assertEquals("20.00", amount(new MeteredRun().storage(Item.NODE_VOLUME, "", 250, MONTH)));
        }

        @Test
        void pricesADatabaseWithItsStandby() {
            assertEquals(
                    "94.17", amount(new MeteredRun().time(Item.DATABASE_INSTANCE, "db.t4g.medium/multi-az", MONTH)));
            assertEquals("11.50", amount(new MeteredRun().storage(Item.DATABASE_STORAGE, "multi-az", 50, MONTH)));
        }

        @Test
        void pricesADatabaseWithoutStandby() {
            assertEquals(
                    "23.36", amount(new MeteredRun().time(Item.DATABASE_INSTANCE, "db.t4g.small/single-az", MONTH)));
            assertEquals("2.30", amount(new MeteredRun().storage(Item.DATABASE_STORAGE, "single-az", 20, MONTH)));
        }

        @Test
        void pricesNatGatewaysByHourAndByte() {
            MeteredRun one = new MeteredRun().time(Item.NAT_GATEWAY, "", MONTH).bytes(Item.NAT_BYTES, 100 * GIB);
            MeteredRun three = new MeteredRun()
                    .time(Item.NAT_GATEWAY, "", MONTH.multipliedBy(3))
                    .bytes(Item.NAT_BYTES, 60 * GIB);

            assertEquals(new BigDecimal("37.35"), bill(one).printedTotal(), "730 x 0.045 + 100 x 0.045");
            assertEquals(new BigDecimal("101.25"), bill(three).printedTotal(), "3 x 730 x 0.045 + 60 x 0.045");
        }

        @Test
        void pricesAddresses() {
            assertEquals("21.90", amount(new MeteredRun().time(Item.PUBLIC_IPV4, "", MONTH.multipliedBy(6))));
        }

        @Test
        void pricesALoadBalancerByHourAndCapacity() {
            MeteredRun run = new MeteredRun()
                    .time(Item.LOAD_BALANCER, "", MONTH)
                    .hour(new LoadBalancerHour("prod", 0, 3_600_000_000_000L, 0, 0, 1000 * GIB, 0));

            Bill bill = bill(run);

            assertEquals(
                    List.of(
                            "Application load balancers 16.43",
                            "Capacity units, bound by processed bytes in 1 of 1 h 8.00"),
                    bill.lines().stream()
                            .map(line -> line.item() + " " + line.printedAmount())
                            .toList());
            assertEquals(new BigDecimal("24.43"), bill.printedTotal());
        }
    }

    @Nested
    class OfTraffic {

        private String egress(long gigabytes) {
            return amount(new MeteredRun().bytes(Item.EGRESS_BYTES, gigabytes * GIB));
        }

        @Test
        void billsBytesBetweenZonesInBothDirections() {
            Bill.Line line = bill(new MeteredRun().bytes(Item.CROSS_ZONE_BYTES, 1000 * GIB))
                    .lines()
                    .getFirst();

            assertEquals(new BigDecimal("20.00"), line.printedAmount());
            assertEquals(0, new BigDecimal(2000).compareTo(line.quantity()));
            assertEquals(Money.of("0.01"), line.unitPrice());
        }

        @Test
        void fillsTheMonthlyBandsOfEgressOneAfterTheOther() {
            assertEquals("0.09", egress(1));
            assertEquals("921.60", egress(10_240));
            assertEquals("921.69", egress(10_241), "921.60 + 0.085");
            assertEquals("4403.20", egress(51_200));
            assertEquals("11571.20", egress(153_600));
            assertEquals("11741.20", egress(157_000), "the whole of Oregon's published example");
        }

        @Test
        void splitsABandAtTheByte() {
            long bytes = 10_240 * GIB + GIB / 2;

            Bill.Line line = bill(new MeteredRun().bytes(Item.EGRESS_BYTES, bytes))
                    .lines()
                    .getFirst();

            assertEquals(Money.of("921.6425"), line.amount());
        }

        @Test
        void statesTheMeanPriceAndTheLeastSureBand() {
            Bill.Line line = bill(new MeteredRun().bytes(Item.EGRESS_BYTES, 157_000 * GIB))
                    .lines()
                    .getFirst();

            assertEquals(Money.of("0.074784713"), line.unitPrice(), "11741.20 / 157000");
            assertEquals(Evidence.UNSOURCED, line.evidence(), "the last band is");
            assertEquals("2026-09/10; 2024-09-25", line.priceDate());
        }

        @Test
        void widensTheBandsOverSeveralMonths() {
            MeteredRun twoMonths =
                    new MeteredRun().lasting(MONTH.multipliedBy(2)).bytes(Item.EGRESS_BYTES, 2 * 10_241 * GIB);
            MeteredRun halfAMonth = new MeteredRun().lasting(MONTH.dividedBy(2)).bytes(Item.EGRESS_BYTES, 10_241 * GIB);

            assertEquals("1843.37", amount(twoMonths), "twice 921.685");
            assertEquals("921.69", amount(halfAMonth), "the first band of the month holds in any part of it");
        }

        @Test
        void saysThatTheFreeAllowanceIsNotDeducted() {
            Bill.Line line =
                    bill(new MeteredRun().bytes(Item.EGRESS_BYTES, GIB)).lines().getFirst();

            assertTrue(line.item().contains("free 100 GB a month are not deducted"), line.item());
        }
    }

    @Nested
    class OfPartsOfAnHour {

        @Test
        void multipliesBeforeItRounds() {
            Duration third = Duration.ofMinutes(20);

            Bill.Line line = bill(new MeteredRun().lasting(third).time(Item.CLUSTER, "", third))
                    .lines()
                    .getFirst();

            assertEquals(new BigDecimal("0.333333333"), line.quantity());
            assertEquals(Money.of("0.033333333"), line.amount());
        }

        @Test
        void roundsALineOnceAndNotEachUsage() {
            MeteredRun run = new MeteredRun().lasting(Duration.ofHours(1));
            for (int node = 0; node < 1000; node++) {
                run.time(Item.INSTANCE, "m6i.large/on-demand", Duration.ofNanos(10_000));
            }

            Bill.Line line = bill(run).lines().getFirst();

            assertEquals(
                    Money.of("0.000000267"),
                    line.amount(),
                    "10 ms at 0.096 an hour; a thousandth of it would round to 0");
        }

        @Test
        void holdsQuantitiesThatOverflowALong() {
            MeteredRun run = new MeteredRun();
            for (int volume = 0; volume < 10; volume++) {
                run.storage(Item.NODE_VOLUME, "", 3000, MONTH);
            }

            assertEquals("2400.00", amount(run));
        }
    }

    @Nested
    class WhenAPriceIsMissing {

        @Test
        void saysSoInsteadOfBillingZero() {
            MeteredRun run = new MeteredRun()
                    .time(Item.INSTANCE, "m1.small/on-demand", MONTH)
                    .time(Item.DATABASE_INSTANCE, "db.m1.small/multi-az", MONTH);

            Bill bill = bill(run);

            assertEquals(List.of(), bill.lines());
            assertEquals(
                    List.of(
                            new Bill.NotPriced(
                                    "prod", "Amazon EC2: On-Demand m1.small", "no price is known in us-east-1"),
                            new Bill.NotPriced(
                                    "prod",
                                    "Amazon RDS: PostgreSQL db.m1.small, Multi-AZ",
                                    "no price is known in us-east-1")),
                    bill.notPriced().subList(0, 2));
            assertEquals("not priced", bill.notPriced().getFirst().inPlaceOfAmount());
        }

        @Test
        void billsABorrowedPriceAsAnEstimate() {
            MeteredRun run = new MeteredRun().time(Item.INSTANCE, "m8a.large/on-demand", MONTH);

            Bill.Line line =
                    bill(run, Catalog.embedded().prices("eu-west-1")).lines().getFirst();

            assertEquals(Evidence.ESTIMATE, line.evidence());
            assertTrue(line.source().startsWith("us-east-1 price, none known in eu-west-1"), line.source());
        }
    }

    @Nested
    class WhenTheLedgerBreaksItsRules {

        @Test
        void rejectsAUnitThatTheItemIsNotMeteredIn() {
            MeteredRun run = new MeteredRun().usage(new Usage("prod", Item.CLUSTER, "", 1, Unit.BYTES));

            IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> bill(run));

            assertTrue(thrown.toString().contains("meters CLUSTER in NANOSECONDS"), thrown.toString());
        }

        @Test
        void rejectsResourcesOfUnknownForm() {
            assertRejected(new MeteredRun().time(Item.INSTANCE, "m6i.large", MONTH));
            assertRejected(new MeteredRun().time(Item.INSTANCE, "m6i.large/reserved", MONTH));
            assertRejected(new MeteredRun().time(Item.DATABASE_INSTANCE, "db.m6g.large/three-az", MONTH));
            assertRejected(new MeteredRun().storage(Item.DATABASE_STORAGE, "", 1, MONTH));
            assertRejected(new MeteredRun().bytes(Item.NAT_BYTES, -1));
        }

        @Test
        void rejectsARunOfAnotherArchitecture() {
            RunResult result = new MeteredRun().of("stage").result();

            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> BillCalculation.of(result, MeteredRun.architecture(), virginia));

            assertTrue(thrown.toString().contains("environment stage"), thrown.toString());
        }

        private void assertRejected(MeteredRun run) {
            assertThrows(IllegalArgumentException.class, () -> bill(run));
        }
    }

    @Nested
    class AsAWhole {

        @Test
        void addsUpToItsTotalInEveryRegionWithEvidenceOnEachLine() {
            for (String region : Catalog.embedded().regionNames()) {
                Bill bill =
                        bill(BillCsvWriterTest.smallRun(), Catalog.embedded().prices(region));

                Money sum = Money.ZERO;
                BigDecimal printed = BigDecimal.ZERO;
                for (Bill.Line line : bill.lines()) {
                    sum = sum.plus(line.amount());
                    printed = printed.add(line.printedAmount());
                    assertTrue(line.amount().compareTo(Money.ZERO) > 0, line.toString());
                    assertFalse(line.source().isBlank(), line.toString());
                    assertFalse(line.priceDate().isEmpty() && line.evidence() == Evidence.SOURCED, line.toString());
                }
                assertEquals(13, bill.lines().size(), region);
                assertEquals(sum, bill.total(), region);
                assertEquals(printed, bill.printedTotal(), region);
            }
        }

        @Test
        void ordersLinesByAccountServiceAndItem() {
            List<String> keys = bill(BillCsvWriterTest.smallRun()).lines().stream()
                    .map(line -> line.account() + line.service() + line.item())
                    .toList();

            assertEquals(keys.stream().sorted().toList(), keys);
        }

        @Test
        void statesCostPerThousandRequestsOfTheExactTotal() {
            Bill bill = bill(new MeteredRun().time(Item.CLUSTER, "", MONTH));

            assertEquals(
                    Money.of("0.0365"), bill.costPerThousandRequests(2_000_000).orElseThrow());
            assertTrue(bill.costPerThousandRequests(0).isEmpty());
            assertThrows(IllegalArgumentException.class, () -> bill.costPerThousandRequests(-1));
        }
    }
}
