package dev.windtunnel.simulator.cost;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Price;
import dev.windtunnel.model.catalog.PriceBook;
import dev.windtunnel.model.catalog.TieredPrice;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.simulator.result.Ledger;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import dev.windtunnel.simulator.result.Ledger.Unit;
import dev.windtunnel.simulator.result.Ledger.Usage;
import dev.windtunnel.simulator.result.RunResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bill of a run: its ledger times a price book.
 *
 * <p>Amounts are exact: integers that the ledger metered are added up per line, multiplied by the price, and rounded once, to a
 * billionth of a dollar. List prices, no commitments, no free allowances. What has no price becomes an entry under "not
 * priced"; nothing is billed at zero for want of a price.
 */
public final class BillCalculation {

    private static final String EC2 = "Amazon EC2";
    private static final String EKS = "Amazon EKS";
    private static final String RDS = "Amazon RDS";
    private static final String ELB = "Elastic Load Balancing";
    private static final String VPC = "Amazon VPC";
    private static final String SQS = "Amazon SQS";
    private static final String DATA_TRANSFER = "AWS Data Transfer";

    private static final String EGRESS =
            "Out to the internet (the organization's free 100 GB a month are not deducted)";

    private final PriceBook prices;
    private final BigInteger periodNanos;
    private final List<Bill.Line> lines = new ArrayList<>();
    private final List<Bill.NotPriced> unknown = new ArrayList<>();

    private BillCalculation(PriceBook prices, BigInteger periodNanos) {
        this.prices = prices;
        this.periodNanos = periodNanos;
    }

    /**
     * The bill of a run. Pure.
     *
     * @param architecture that the run simulated
     * @param prices of the run's region
     * @throws IllegalArgumentException if the run is of another architecture, or the ledger breaks its own rules on
     *     units and resource names
     */
    public static Bill of(RunResult result, Architecture architecture, PriceBook prices) {
        String name = result.provenance().environment();
        Environment environment = architecture
                .environment(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the run is of environment " + name + ", which " + architecture.title() + " does not have"));
        BillCalculation bill = new BillCalculation(
                prices, BigInteger.valueOf(result.axis().duration().toNanos()));
        bill.chargeUsages(result.ledger());
        int targetGroups = (int) environment.workloads().stream()
                .filter(workload -> !(workload.server() instanceof Server.Worker))
                .count();
        bill.chargeCapacityUnits(result.ledger(), targetGroups);
        bill.lines.sort(Comparator.comparing(Bill.Line::account)
                .thenComparing(Bill.Line::service)
                .thenComparing(Bill.Line::item));

        bill.unknown.sort(Comparator.comparing(Bill.NotPriced::account).thenComparing(Bill.NotPriced::what));
        List<Bill.NotPriced> notPriced = new ArrayList<>(bill.unknown);
        notPriced.addAll(Omissions.of(result, architecture));
        return new Bill(bill.lines, notPriced, result.axis().duration());
    }

    private void chargeUsages(Ledger ledger) {
        record Key(String account, Item item, String resource) {}
        Map<Key, BigInteger> counts = new LinkedHashMap<>();
        for (Usage usage : ledger.usages()) {
            requireUnit(usage);
            counts.merge(
                    new Key(usage.account(), usage.item(), usage.resource()),
                    BigInteger.valueOf(usage.quantity()),
                    BigInteger::add);
        }
        counts.forEach((key, count) -> charge(key.account(), key.item(), key.resource(), count));
    }

    private static void requireUnit(Usage usage) {
        Unit expected =
                switch (usage.item()) {
                    case INSTANCE, CLUSTER, DATABASE_INSTANCE, LOAD_BALANCER, NAT_GATEWAY, PUBLIC_IPV4 ->
                        Unit.NANOSECONDS;
                    case NODE_VOLUME, DATABASE_STORAGE -> Unit.GIB_NANOSECONDS;
                    case NAT_BYTES, CROSS_ZONE_BYTES, EGRESS_BYTES -> Unit.BYTES;
                    case QUEUE_REQUESTS -> Unit.COUNT;
                };
        if (usage.unit() != expected) {
            throw new IllegalArgumentException(
                    "the ledger meters " + usage.item() + " in " + expected + ", found " + usage);
        }
    }

    private void charge(String account, Item item, String resource, BigInteger count) {
        switch (item) {
            case INSTANCE -> chargeInstance(account, resource, Quantity.hours(count));
            case NODE_VOLUME ->
                charge(
                        new Charge(account, EC2, "EBS gp3 volumes of nodes", Quantity.gigabyteMonths(count)),
                        prices.service("ebs", "gp3 storage"));
            case CLUSTER ->
                charge(
                        new Charge(account, EKS, "Clusters in standard support", Quantity.hours(count)),
                        prices.service("eks", "cluster standard support"));
            case DATABASE_INSTANCE -> chargeDatabase(account, resource, Quantity.hours(count));
            case DATABASE_STORAGE ->
                chargeFlat(
                        new Charge(account, RDS, "gp3 storage, " + label(resource), Quantity.gigabyteMonths(count)),
                        prices.databaseStorageGbMonth(isMultiAz(resource)));
            case LOAD_BALANCER ->
                charge(
                        new Charge(account, ELB, "Application load balancers", Quantity.hours(count)),
                        prices.service("alb", "load balancer hour"));
            case NAT_GATEWAY ->
                charge(
                        new Charge(account, EC2, "NAT gateways", Quantity.hours(count)),
                        prices.service("nat-gateway", "gateway hour"));
            case NAT_BYTES ->
                charge(
                        new Charge(account, EC2, "NAT gateways, data processed", Quantity.gigabytes(count)),
                        prices.service("nat-gateway", "data processed"));
            case CROSS_ZONE_BYTES -> chargeBothDirections(account, count);
            case EGRESS_BYTES ->
                charge(
                        new Charge(account, DATA_TRANSFER, EGRESS, Quantity.gigabytes(count)),
                        prices.service("data-transfer", "out to internet"));
            case QUEUE_REQUESTS ->
                charge(
                        new Charge(account, SQS, "Requests to queue " + resource, Quantity.millions(count)),
                        prices.service("sqs", "standard requests"));
            case PUBLIC_IPV4 ->
                charge(
                        new Charge(account, VPC, "Public IPv4 addresses in use", Quantity.hours(count)),
                        prices.service("vpc", "public IPv4 address in use or idle"));
        }
    }

    private void chargeInstance(String account, String resource, Quantity hours) {
        String type = MeteredResource.name(resource);
        boolean spot =
                switch (MeteredResource.kind(resource)) {
                    case "spot" -> true;
                    case "on-demand" -> false;
                    default ->
                        throw new IllegalArgumentException(
                                "an instance is metered as type/on-demand or type/spot, found " + resource);
                };
        chargeFlat(
                new Charge(account, EC2, (spot ? "Spot " : "On-Demand ") + type, hours),
                prices.instanceHour(type, spot));
    }

    private void chargeDatabase(String account, String resource, Quantity hours) {
        String databaseClass = MeteredResource.name(resource);
        String deployment = MeteredResource.kind(resource);
        chargeFlat(
                new Charge(account, RDS, "PostgreSQL " + databaseClass + ", " + label(deployment), hours),
                prices.databaseHour(databaseClass, isMultiAz(deployment)));
    }

    /** The ledger counts a byte between zones once; AWS bills it to the sender and to the receiver (EC2-51). */
    private void chargeBothDirections(String account, BigInteger bytes) {
        Quantity sentAndReceived = Quantity.gigabytes(bytes.shiftLeft(1));
        charge(
                new Charge(account, DATA_TRANSFER, "Between zones, out and in", sentAndReceived),
                prices.service("data-transfer", "inter-AZ, each direction"));
    }

    private static boolean isMultiAz(String deployment) {
        return switch (deployment) {
            case "multi-az" -> true;
            case "single-az" -> false;
            default ->
                throw new IllegalArgumentException(
                        "a database is metered as multi-az or single-az, found " + deployment);
        };
    }

    private static String label(String deployment) {
        return isMultiAz(deployment) ? "Multi-AZ" : "Single-AZ";
    }

    /**
     * One listener rule per workload that answers requests is assumed: a path pattern in front of each target group. Up to ten are free, so
     * this shows only in large designs.
     */
    private void chargeCapacityUnits(Ledger ledger, int rules) {
        Map<String, List<LoadBalancerHour>> hours = new LinkedHashMap<>();
        for (LoadBalancerHour hour : ledger.loadBalancerHours()) {
            hours.putIfAbsent(hour.account(), new ArrayList<>());
            hours.get(hour.account()).add(hour);
        }
        Optional<TieredPrice> price = prices.service("alb", "LCU hour");
        hours.forEach((account, ofAccount) -> {
            CapacityUnits units = CapacityUnits.of(ofAccount, rules);
            charge(new Charge(account, ELB, "Capacity units, " + units.binding(), units.quantity()), price);
        });
    }

    private void chargeFlat(Charge charge, Optional<Price> price) {
        charge(charge, price.map(TieredPrice::flat));
    }

    private void charge(Charge charge, Optional<TieredPrice> price) {
        Optional<Bill.Line> line = price.flatMap(known -> charge.at(known, periodNanos));
        line.ifPresentOrElse(
                lines::add,
                () -> unknown.add(new Bill.NotPriced(
                        charge.account(),
                        charge.service() + ": " + charge.item(),
                        "no price is known in " + prices.region())));
    }
}
