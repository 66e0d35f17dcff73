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

/** RDS: what becomes of the database when a zone is lost, step by step as its policy plans. */
public final class DatabaseController {

    private final WorldState world;
    private final Plant plant;
    private final List<FailoverPlan> plans = new ArrayList<>();
    private @Nullable DatabasePlacement placement;
    private boolean isReachable = true;

    DatabaseController(WorldState world, Plant plant) {
        this.world = world;
        this.plant = plant;
        CompiledDatabase database = world.scenario().database();
        if (database != null) {
            placement = new DatabasePlacement(
                    database.multiAz() ? Deployment.MULTI_AZ : Deployment.SINGLE_AZ,
                    world.zones().get(database.primaryZone()),
                    database.standbyZone() < 0 ? null : world.zones().get(database.standbyZone()),
                    world.zones());
        }
    }

    /** A zone is lost until the given time. */
    public void zoneLost(int zone, long backNanos, long now) {
        DatabasePlacement before = placement;
        if (before == null) {
            return;
        }
        String name = world.zones().get(zone);
        FailoverPlan plan = DatabaseFailoverPolicy.onZoneLoss(before, name, now, backNanos, 1, draws(plans.size()));
        int number = plans.size();
        plans.add(plan);
        placement = plan.placement();
        boolean hitsPrimary =
                plan.impact() == FailoverPlan.Impact.PRIMARY || plan.impact() == FailoverPlan.Impact.ONLY_COPY;
        if (hitsPrimary && isReachable) {
            isReachable = false;
            plant.databaseLost(now);
        }
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
        FailoverPlan plan = plans.get((int) number);
        if (number != plans.size() - 1) {
            return; // A later loss has overtaken this plan.
        }
        FailoverPlan.Step reached = plan.steps().get(step);
        String words = reached.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        world.journal()
                .write(new JournalEntry.DatabaseChanged(
                        now,
                        "rds",
                        "the database is " + words + ", primary in zone " + reached.primaryZone(),
                        reached.reason(),
                        journalState(reached.state())));
        if (reached.state().isServing() && !isReachable) {
            isReachable = true;
            CompiledDatabase database = world.scenario().database();
            long ttl = database == null ? 0 : database.endpointTtlNanos();
            // Clients hold the old address for what is left of its time to live (RDS-06).
            long resolved = now + world.luck().phase("database/ttl", number, Math.max(1, ttl));
            int zone = world.zones().indexOf(reached.primaryZone());
            world.calendar().at(resolved, ControlEvent.DATABASE_RESOLVED, zone, number);
        }
    }

    /** The three states that a reader of the journal tells apart. */
    private static String journalState(DatabaseState state) {
        return state.isServing() ? "available" : state == DatabaseState.UNREACHABLE ? "unreachable" : "failing-over";
    }

    /** Clients reach the new primary. */
    void resolved(int zone, long number, long now) {
        if (number == plans.size() - 1) {
            plant.databaseReachable(zone, now);
        }
    }
}
