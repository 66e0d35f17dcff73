package dev.windtunnel.simulator.cost;

import static dev.windtunnel.simulator.cost.MeteredRun.GIB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.catalog.Evidence;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.simulator.result.Ledger.Item;
import dev.windtunnel.simulator.result.Ledger.LoadBalancerHour;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillCsvWriterTest {

    private static final Duration DAY = Duration.ofHours(24);

    /** A day of a small production account: three zones, three nodes and a Spot node for six hours. */
    static MeteredRun smallRun() {
        MeteredRun run = new MeteredRun()
                .lasting(DAY)
                .time(Item.INSTANCE, "m6i.large/on-demand", DAY.multipliedBy(3))
                .time(Item.INSTANCE, "t3a.large/spot", Duration.ofHours(6))
                .storage(Item.NODE_VOLUME, "", 50, DAY.multipliedBy(3).plusHours(6))
                .time(Item.CLUSTER, "", DAY)
                .time(Item.DATABASE_INSTANCE, "db.m6g.large/multi-az", DAY)
                .storage(Item.DATABASE_STORAGE, "multi-az", 100, DAY)
                .time(Item.LOAD_BALANCER, "", DAY)
                .time(Item.NAT_GATEWAY, "", DAY.multipliedBy(3))
                .bytes(Item.NAT_BYTES, 2 * GIB)
                .bytes(Item.CROSS_ZONE_BYTES, 30 * GIB)
                .bytes(Item.EGRESS_BYTES, 40 * GIB)
                .time(Item.PUBLIC_IPV4, "", DAY.multipliedBy(6));
        for (int hour = 0; hour < 24; hour++) {
            run.hour(new LoadBalancerHour("prod", hour, 3_600_000_000_000L, 9000, 9000, (hour / 8) * GIB, 36_000));
        }
        return run;
    }

    @Test
    void printsAWholeBill() {
        Bill bill = BillCalculation.of(
                smallRun().result(),
                MeteredRun.architecture(),
                Catalog.embedded().prices("us-east-1"));

        String csv = BillCsvWriter.write(bill);

        assertEquals("""
                account,service,item,quantity,unit,unit price USD,amount USD,evidence,price date,source
                prod,AWS Data Transfer,"Between zones, out and in",60,GB,0.01,0.60,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,AWS Data Transfer,Out to the internet (the organization's free 100 GB a month are not deducted),40,GB,0.09,3.60,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Amazon EC2,EBS gp3 volumes of nodes,5.342465753,GB-month,0.08,0.43,sourced,2024-07-18,yeo/ec2.shop:data/ebs/ebs.json@74c9fd8ab5ac
                prod,Amazon EC2,NAT gateways,72,hour,0.045,3.24,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Amazon EC2,"NAT gateways, data processed",2,GB,0.045,0.09,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Amazon EC2,On-Demand m6i.large,72,hour,0.096,6.91,sourced,2026-07-20,aws/karpenter-provider-aws:pkg/providers/pricing/zz_generated.pricing_aws.go@6fc13b5236fd
                prod,Amazon EC2,Spot t3a.large,6,hour,0.03264,0.20,sourced,"2025-2026 (catalogue v8, exact day unknown)",mean of observed prices in 5 zones; skypilot-org/skypilot-catalog:catalogs/v8/aws/vms.csv@00148f2af367
                prod,Amazon EKS,Clusters in standard support,24,cluster-hour,0.1,2.40,sourced,2026-05..09,"sourced (us-east-2): public calculator-notes document for Amazon EKS (rates from the AWS price list for us-east-2, which equal us-east-1)"
                prod,Amazon RDS,"PostgreSQL db.m6g.large, Multi-AZ",24,hour,0.318,7.63,sourced,2025-04-04,yeo/ec2.shop:data/rds/us-east-1-rds-postgresql-reservedinstance-multi-az-1y.json@74c9fd8ab5ac (OnDemand:PricePerUnit field)
                prod,Amazon RDS,"gp3 storage, Multi-AZ",3.287671233,GB-month,0.23,0.76,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Amazon VPC,Public IPv4 addresses in use,144,address-hour,0.005,0.72,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Elastic Load Balancing,Application load balancers,24,hour,0.0225,0.54,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,Elastic Load Balancing,"Capacity units, bound by processed bytes in 16 of 24 h, new connections in 8 of 24 h",24.8,LCU-hour,0.008,0.20,sourced,2026-09/10,AWS price list copy in patibandlavenkatamanideep/pharma-analytics-copilot:infra/aws-staging/cost/prices-us-east-1.json@8570b724a9e2
                prod,,"AWS WAF: web ACL, rules, requests",,,,not priced,,,not metered in this version
                prod,,"Amazon CloudWatch: logs, metrics, alarms, traces",,,,not priced,,,not metered in this version
                prod,,Amazon GuardDuty,,,,not priced,,,not metered in this version
                prod,,"AWS KMS: keys, requests",,,,not priced,,,not metered in this version
                prod,,AWS Secrets Manager,,,,not priced,,,not metered in this version
                prod,,"Amazon Route 53: hosted zone, queries",,,,not priced,,,not metered in this version
                prod,,Amazon ECR: image storage,,,,not priced,,,not metered in this version
                prod,,"Amazon RDS: backups beyond the free allocation, snapshot copies",,,,not priced,,,not metered in this version
                prod,,CPU credit surplus of t3a.large,,,,not priced,,,credits are not simulated
                dev,,the whole dev account,,,,not simulated,,,not simulated
                shared,,the whole shared account,,,,not simulated,,,not simulated
                Innovate Inc.,,AWS Support plan,,,,not priced,,,depends on the organization's whole bill
                Innovate Inc.,,Tax,,,,not priced,,,list prices are without tax
                total,,,,,,27.32,,,
                """, csv);
    }

    @Test
    void quotesFieldsThatHoldCommasQuotesOrLineBreaks() {
        Bill.Line line = new Bill.Line(
                "prod, old",
                "Amazon EC2",
                "a \"large\" one",
                new BigDecimal("1E+3"),
                "hour",
                Money.of("0.10"),
                Money.of("100.005"),
                Evidence.UNSOURCED,
                "",
                "two\nlines");

        String csv = BillCsvWriter.write(new Bill(List.of(line), List.of(), DAY));

        assertEquals("""
                account,service,item,quantity,unit,unit price USD,amount USD,evidence,price date,source
                "prod, old",Amazon EC2,"a ""large"" one",1000,hour,0.1,100.01,unsourced,,"two
                lines"
                total,,,,,,100.01,,,
                """, csv);
    }

    @Test
    void printsATotalThatIsTheSumOfThePrintedAmounts() {
        Bill.Line line = new Bill.Line(
                "prod",
                "Amazon EC2",
                "one",
                BigDecimal.ONE,
                "hour",
                Money.of("0.004"),
                Money.of("0.004"),
                Evidence.SOURCED,
                "2026",
                "a test");

        Bill bill = new Bill(List.of(line, line), List.of(), DAY);

        assertEquals(new BigDecimal("0.00"), bill.printedTotal());
        assertEquals(Money.of("0.008"), bill.total());
    }
}
