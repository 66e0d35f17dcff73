package dev.windtunnel.model.rule.compute;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.InterruptionBand;
import dev.windtunnel.model.catalog.PriceBook;
import dev.windtunnel.model.compute.CapacityType;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** Spot nodes come from many pools of AWS', and from none that is taken back most often. */
final class SpotSpreadWide implements DesignRule {

    /** Instance types that are enough whatever the zones (SPOT-04). */
    private static final int TYPES = 10;

    /** Instance types that are enough in three zones (R-CMP-04). */
    private static final int TYPES_IN_THREE_ZONES = 6;

    private static final int THREE_ZONES = 3;

    private static final RuleFacts FACTS = new RuleFacts(
            "R-CMP-04",
            Severity.WARNING,
            "each instance type in each zone is a pool of its own that is taken back as one: few pools, or bad ones, go together",
            List.of("S65"),
            "SPOT-04, SPOT-05, SPOT-07",
            "list more types in instanceTypes, and leave out those of the worst band (t3a and t4g mostly are)");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        String region = design.architecture().region();
        PriceBook prices = design.catalog().prices(region);
        for (Environment environment : Scope.beyondDevelopment(design)) {
            int zones = environment.vpc().zones().size();
            for (NodePool pool : environment.cluster().nodePools()) {
                if (pool.capacity() == CapacityType.SPOT) {
                    String path = Design.path(environment, "cluster.nodePools." + pool.name() + ".instanceTypes");
                    narrow(pool.instanceTypes().size(), zones, path, findings);
                    worst(pool, region, prices, path, findings);
                }
            }
        }
    }

    private static void narrow(int types, int zones, String path, Findings findings) {
        boolean isWide = types >= TYPES || (types >= TYPES_IN_THREE_ZONES && zones >= THREE_ZONES);
        if (!isWide) {
            findings.at(
                    path,
                    types + " instance types x " + zones + " zones = " + types * zones
                            + " Spot pools, expected at least " + TYPES + " types, or " + TYPES_IN_THREE_ZONES + " in "
                            + THREE_ZONES + " zones");
        }
    }

    private static void worst(NodePool pool, String region, PriceBook prices, String path, Findings findings) {
        for (int at = 0; at < pool.instanceTypes().size(); at++) {
            String type = pool.instanceTypes().get(at);
            InterruptionBand band = prices.interruptionBand(type).orElse(InterruptionBand.BELOW_5);
            if (band == InterruptionBand.ABOVE_20) {
                findings.at(
                        path + "." + at,
                        "Spot instances of " + type + " in " + region + " are in the worst interruption band, " + band
                                + " a month");
            }
        }
    }
}
