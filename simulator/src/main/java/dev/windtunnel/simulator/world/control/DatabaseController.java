package dev.windtunnel.simulator.world.control;

import dev.windtunnel.model.database.Deployment;
import dev.windtunnel.simulator.compile.CompiledDatabase;
import dev.windtunnel.simulator.policy.failover.DatabaseFailoverPolicy;
import dev.windtunnel.simulator.policy.failover.DatabasePlacement;
import dev.windtunnel.simulator.policy.failover.DatabaseState;
import dev.windtunnel.simulator.policy.failover.FailoverDraws;
import dev.windtunnel.simulator.policy.failover.FailoverPlan;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Luck;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * RDS: what becomes of the database when zones are lost, step by step as its policy plans. A loss that hits the copy which
 * was about to serve overtakes the plan; any other loss leaves it.
 */
public final class DatabaseController {

    private final WorldState world;
    private final Plant plant;
    private final List<FailoverPlan> plans = new ArrayList<>();
    private final boolean isMultiAz;
    private String primary = "";
    private @Nullable String standby;
    private boolean isServing;
    private long outages;

    DatabaseController(WorldState world, Plant plant) {
        this.world = world;
        this.plant = plant;
        CompiledDatabase database = world.scenario().database();
        isServing = database != null;
        isMultiAz = database != null && database.multiAz();
        if (database != null) {
            primary = world.zones().get(database.primaryZone());
            standby = database.standbyZone() < 0 ? null : world.zones().get(database.standbyZone());
        }
    }

    /** A zone is lost until the given time. */
    public void zoneLost(int zone, long backNanos, long now) {
        String name = world.zones().get(zone);
        boolean hitsService = isServing && name.equals(primary);
        boolean hitsPromotion = !isServing && !plans.isEmpty() && name.equals(promised());
        boolean hitsStandby = isServing && name.equals(standby);
        if (!hitsService && !hitsPromotion && !hitsStandby) {
            return;
        }
        boolean hasStandby = standby != null && !world.isSilent(world.zones().indexOf(standby));
        DatabasePlacement before = new DatabasePlacement(
                isMultiAz ? Deployment.MULTI_AZ : Deployment.SINGLE_AZ,
                hitsPromotion ? name : primary,
                isServing && (hasStandby || hitsStandby) ? standby : null,
                world.zones());
        FailoverPlan plan = DatabaseFailoverPolicy.onZoneLoss(before, name, now, backNanos, 1, draws(plans.size()));
        if (hitsService) {
            isServing = false;
            outages++;
            plant.databaseLost(now);
        }
        begin(plan);
    }

    /** The zone of the copy that the plan under way will let serve. */
    private String promised() {
        return plans.getLast().steps().stream()
                .filter(step -> step.state().isServing())
                .map(FailoverPlan.Step::primaryZone)
                .findFirst()
                .orElse("");
    }

    private void begin(FailoverPlan plan) {
        int number = plans.size();
        plans.add(plan);
        for (int step = 0; step < plan.steps().size(); step++) {
            long at = plan.steps().get(step).atNanos();
            if (at != FailoverPlan.NEVER) {
                world.calendar().at(at, ControlEvent.DATABASE_STEP, step, number);
            }
        }
    }

    private FailoverDraws draws(int number) {
        Luck luck = world.luck();
        return new FailoverDraws(
                luck.unit("database/slow", number),
                luck.unit("database/total", number),
                luck.unit("database/detect", number),
                luck.unit("database/dns", number),
                luck.unit("database/rebuild", number),
                luck.unit("database/recover", number));
    }

    /** A step of a plan comes true. */
    void step(int step, long number, long now) {
        if (number != plans.size() - 1) {
            return; // A later loss has overtaken this plan.
        }
        FailoverPlan plan = plans.get((int) number);
        FailoverPlan.Step reached = plan.steps().get(step);
        boolean serves = reached.state().isServing();
        String words = reached.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        world.journal()
                .write(new JournalEntry.DatabaseChanged(
                        now,
                        "rds",
                        "the database is " + words + (serves ? ", primary in zone " + reached.primaryZone() : ""),
                        reached.reason(),
                        journalState(reached.state())));
        if (serves) {
            primary = reached.primaryZone();
            String rebuilt = plan.placement().standbyZone();
            boolean stands = reached.state() == DatabaseState.AVAILABLE
                    && rebuilt != null
                    && !world.isSilent(world.zones().indexOf(rebuilt));
            standby = stands ? rebuilt : null;
            serve(now);
        }
    }

    private void serve(long now) {
        CompiledDatabase database = world.scenario().database();
        if (!isServing && database != null) {
            isServing = true;
            // Clients hold the old address for what is left of its time to live (RDS-06).
            long left = world.luck().phase("database/ttl", outages, Math.max(1, database.endpointTtlNanos()));
            world.calendar()
                    .at(
                            now + left,
                            ControlEvent.DATABASE_RESOLVED,
                            world.zones().indexOf(primary),
                            outages);
        }
    }

    /** The three states that a reader of the journal tells apart. */
    private static String journalState(DatabaseState state) {
        return state.isServing() ? "available" : state == DatabaseState.UNREACHABLE ? "unreachable" : "failing-over";
    }

    /** Clients reach the new primary, unless a further outage has begun. */
    void resolved(int zone, long outage, long now) {
        if (outage == outages && isServing) {
            plant.databaseReachable(zone, now);
        }
    }

    /** Takes over another's state. */
    void copyFrom(DatabaseController other) {
        plans.clear();
        plans.addAll(other.plans);
        primary = other.primary;
        standby = other.standby;
        isServing = other.isServing;
        outages = other.outages;
    }
}
