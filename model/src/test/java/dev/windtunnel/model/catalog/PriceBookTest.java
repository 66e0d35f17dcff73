package dev.windtunnel.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private final Catalog catalog = Catalog.embedded();
    private final PriceBook virginia = catalog.prices("us-east-1");
    private final PriceBook ireland = catalog.prices("eu-west-1");

    @Nested
    class WhenTheRegionHasTheRow {

        @Test
        void statesThePriceWithItsSource() {
            Price price = virginia.instanceHour("t3a.large", false).orElseThrow();

            assertEquals(Money.of("0.0752"), price.usd());
            assertEquals("hour", price.unit());
            assertEquals(Evidence.SOURCED, price.evidence());
            assertEquals("2026-07-20", price.date());
            assertTrue(price.source().startsWith("aws/karpenter-provider-aws:"), price.source());
        }

        @Test
        void pricesEachRegionByItsOwnRows() {
            assertEquals(Money.of("0.107"), hour(ireland, "m6i.large"));
            assertEquals(Money.of("0.096"), hour(virginia, "m6i.large"));
            assertEquals(
                    Money.of("0.048"),
                    ireland.service("nat-gateway", "gateway hour")
                            .orElseThrow()
                            .first()
                            .usd());
        }

        private Money hour(PriceBook book, String type) {
            return book.instanceHour(type, false).orElseThrow().usd();
        }

        @Test
        void pricesDatabasesWithAndWithoutStandby() {
            assertEquals(
                    Money.of("0.065"),
                    virginia.databaseHour("db.t4g.medium", false).orElseThrow().usd());
            assertEquals(
                    Money.of("0.129"),
                    virginia.databaseHour("db.t4g.medium", true).orElseThrow().usd());
            assertEquals(
                    Money.of("0.115"),
                    virginia.databaseStorageGbMonth(false).orElseThrow().usd());
            assertEquals(
                    Money.of("0.23"),
                    virginia.databaseStorageGbMonth(true).orElseThrow().usd());
        }

        @Test
        void saysWhichPricesAreUnsourcedOrOld() {
            Price storage = ireland.databaseStorageGbMonth(true).orElseThrow();
            Price hour =
                    ireland.service("alb", "load balancer hour").orElseThrow().first();

            assertEquals(Evidence.UNSOURCED, storage.evidence());
            assertEquals("", storage.date());
            assertEquals(Evidence.SOURCED, hour.evidence());
            assertTrue(hour.source().startsWith("sourced (old): "), hour.source());
            assertEquals("2017-12-18", hour.date());
        }

        @Test
        void readsBandsOfMonthlyQuantity() {
            TieredPrice egress =
                    virginia.service("data-transfer", "out to internet").orElseThrow();

            assertEquals("GB", egress.unit());
            assertEquals(
                    List.of("0 0.09 USD", "10240 0.085 USD", "51200 0.07 USD", "153600 0.05 USD"),
                    egress.tiers().stream()
                            .map(tier -> tier.from() + " " + tier.price().usd())
                            .toList());
            assertTrue(egress.freeAllowance().startsWith("first 100 GB"), egress.freeAllowance());
        }

        @Test
        void findsItemsWhoseNameHoldsAComma() {
            Price price = virginia.service("data-transfer", "inter-AZ, each direction")
                    .orElseThrow()
                    .first();

            assertEquals(Money.of("0.01"), price.usd());
        }

        @Test
        void findsWorldwidePricesInEveryRegion() {
            Price price =
                    ireland.service("route53", "hosted zone").orElseThrow().first();

            assertEquals(Money.of("0.5"), price.usd());
            assertFalse(price.source().contains("none known"), price.source());
        }
    }

    @Nested
    class OfSpot {

        @Test
        void isTheMeanOfObservedZones() {
            Price price = virginia.instanceHour("t3.small", true).orElseThrow();

            assertEquals(Money.of("0.00942"), price.usd(), "(0.0103 + 0.0093 + 0.0093 + 0.0088 + 0.0094) / 5");
            assertEquals(Evidence.SOURCED, price.evidence());
            assertTrue(price.source().startsWith("mean of observed prices in 5 zones; "), price.source());
        }

        @Test
        void isTheAdvisorsEstimateElsewhere() {
            Price price = virginia.instanceHour("c5.large", true).orElseThrow();

            assertEquals(Money.of("0.03485"), price.usd(), "0.085 less 59 %");
            assertEquals(Evidence.ESTIMATE, price.evidence());
            assertTrue(price.source().startsWith("On-Demand less 59 % (Spot Advisor); "), price.source());
        }

        @Test
        void skipsAdvisorRowsWithoutAPrice() {
            Price price =
                    catalog.prices("us-west-2").instanceHour("c8gd.large", true).orElseThrow();

            assertEquals(Evidence.ESTIMATE, price.evidence());
            assertTrue(price.source().startsWith("us-east-1 price, none known in us-west-2; "), price.source());
        }

        @Test
        void knowsHowOftenItIsTakenBackInEachRegion() {
            assertEquals(Optional.of(InterruptionBand.ABOVE_20), virginia.interruptionBand("t4g.xlarge"));
            assertEquals(Optional.of(InterruptionBand.BELOW_5), virginia.interruptionBand("c7g.xlarge"));
            assertEquals(">20%", InterruptionBand.ABOVE_20.toString());
            assertEquals(Optional.empty(), virginia.interruptionBand("m1.small"));
            assertEquals(Optional.empty(), catalog.prices("ap-south-2").interruptionBand("t4g.xlarge"));
        }

        @Test
        void readsTheBandOfEveryType() {
            assertTrue(catalog.instanceTypeNames().stream()
                            .filter(type -> virginia.interruptionBand(type).isPresent())
                            .count()
                    > 500);
        }

        @Test
        void countsInBillionthsOfADollar() {
            assertEquals(34_850_000, virginia.instanceHourNanoUsd("c5.large", true));
            assertEquals(85_000_000, virginia.instanceHourNanoUsd("c5.large", false));
        }
    }

    @Nested
    class WhenTheRegionHasNoRow {

        @Test
        void borrowsFromVirginiaAsAnEstimateThatSaysSo() {
            Price price = ireland.instanceHour("m8a.large", false).orElseThrow();
            Price home = virginia.instanceHour("m8a.large", false).orElseThrow();

            assertEquals(home.usd(), price.usd());
            assertEquals(Evidence.SOURCED, home.evidence());
            assertEquals(Evidence.ESTIMATE, price.evidence());
            assertEquals("us-east-1 price, none known in eu-west-1; " + home.source(), price.source());
        }

        @Test
        void borrowsServicesWithAllTheirBands() {
            TieredPrice price = ireland.service("amp", "samples ingested").orElseThrow();

            assertEquals(4, price.tiers().size());
            assertTrue(price.tiers().stream().allMatch(tier -> tier.price().evidence() == Evidence.ESTIMATE));
        }

        @Test
        void borrowsEverythingForARegionWithoutPrices() {
            Price price = catalog.prices("sa-east-1")
                    .databaseHour("db.m6g.large", true)
                    .orElseThrow();

            assertEquals(Evidence.ESTIMATE, price.evidence());
        }

        @Test
        void knowsNothingWhereVirginiaKnowsNothing() {
            assertEquals(Optional.empty(), ireland.instanceHour("m1.small", false));
            assertEquals(Optional.empty(), ireland.instanceHour("m1.small", true));
            assertEquals(Optional.empty(), ireland.databaseHour("db.m1.small", true));
            assertEquals(Optional.empty(), ireland.service("teleport", "jump"));

            IllegalArgumentException thrown =
                    assertThrows(IllegalArgumentException.class, () -> ireland.instanceHourNanoUsd("m1.small", true));
            assertTrue(
                    thrown.toString().contains("no Spot price of m1.small is known in eu-west-1"), thrown.toString());
        }
    }

    @Nested
    class AsAWhole {

        @Test
        void pricesEachInstanceTypeAboveZeroInVirginia() {
            for (String name : catalog.instanceTypeNames()) {
                Price price = virginia.instanceHour(name, false).orElseThrow(() -> new AssertionError(name));

                assertTrue(price.usd().compareTo(Money.ZERO) > 0, name);
            }
        }

        @Test
        void statesSourceAndAPriceAboveZeroWhereverItStatesOne() {
            for (String region : catalog.regionNames()) {
                PriceBook book = catalog.prices(region);
                List<Price> prices = new ArrayList<>();
                for (String name : catalog.instanceTypeNames()) {
                    book.instanceHour(name, false).ifPresent(prices::add);
                    book.instanceHour(name, true).ifPresent(prices::add);
                }
                for (String name : catalog.databaseClassNames()) {
                    prices.add(book.databaseHour(name, false).orElseThrow());
                    prices.add(book.databaseHour(name, true).orElseThrow());
                }

                for (Price price : prices) {
                    assertTrue(price.usd().compareTo(Money.ZERO) > 0, region + price);
                    assertTrue(
                            price.evidence() == Evidence.ESTIMATE
                                    || !price.date().isEmpty(),
                            region + price);
                }
                assertTrue(prices.size() >= 1017 + 615 + 260, "On-Demand, Spot, databases in " + region);
            }
        }

        @Test
        void pricesTheSpineInAllRegions() {
            for (String region : catalog.regionNames()) {
                PriceBook book = catalog.prices(region);
                List<Optional<Price>> prices = List.of(
                        book.instanceHour("m6i.large", false),
                        book.instanceHour("m6i.large", true),
                        book.databaseHour("db.m6g.large", true),
                        book.databaseStorageGbMonth(true),
                        first(book, "eks", "cluster standard support"),
                        first(book, "ebs", "gp3 storage"),
                        first(book, "alb", "load balancer hour"),
                        first(book, "alb", "LCU hour"),
                        first(book, "nat-gateway", "gateway hour"),
                        first(book, "nat-gateway", "data processed"),
                        first(book, "data-transfer", "inter-AZ, each direction"),
                        first(book, "data-transfer", "out to internet"),
                        first(book, "vpc", "public IPv4 address in use or idle"));

                for (Optional<Price> price : prices) {
                    assertTrue(price.orElseThrow().usd().compareTo(Money.ZERO) > 0, region);
                    assertFalse(price.orElseThrow().source().contains("none known"), region);
                }
            }
        }

        private Optional<Price> first(PriceBook book, String service, String item) {
            return book.service(service, item).map(TieredPrice::first);
        }
    }

    @Nested
    class OfBands {

        private final Price price = new Price(Money.of("1"), "GB", Evidence.SOURCED, "", "a test");

        @Test
        void rejectsAGap() {
            List<TieredPrice.Tier> tiers = List.of(
                    new TieredPrice.Tier(BigDecimal.ZERO, BigDecimal.TEN, price),
                    new TieredPrice.Tier(new BigDecimal(20), null, price));

            assertThrows(IllegalArgumentException.class, () -> new TieredPrice("GB", "", tiers));
        }

        @Test
        void rejectsAPriceBelowZeroOrWithoutSource() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Price(Money.of("-1"), "GB", Evidence.SOURCED, "", "a test"));
            assertThrows(
                    IllegalArgumentException.class, () -> new Price(Money.of("1"), "GB", Evidence.SOURCED, "", " "));
        }
    }
}
