package dev.windtunnel.simulator.world.fault;

import dev.windtunnel.simulator.compile.Effect;
import dev.windtunnel.simulator.result.JournalEntry;
import dev.windtunnel.simulator.world.control.ControlPlane;
import dev.windtunnel.simulator.world.state.ControlEvent;
import dev.windtunnel.simulator.world.state.Plant;
import dev.windtunnel.simulator.world.state.WorldState;

/** Lets effects begin and end. */
public final class FaultController {

    private final WorldState world;
    private final Plant plant;
    private final ControlPlane control;

    /** On a running system. */
    public FaultController(WorldState world, Plant plant, ControlPlane control) {
        this.world = world;
        this.plant = plant;
        this.control = control;
    }

    /** Puts the effects on the calendar. */
    public void start() {
        for (int i = 0; i < world.scenario().effects().size(); i++) {
            Effect effect = world.scenario().effects().get(i);
            world.calendar().at(effect.fromNanos(), ControlEvent.EFFECT_BEGINS, i);
            world.calendar().at(effect.toNanos(), ControlEvent.EFFECT_ENDS, i);
        }
    }

    /** An effect begins. */
    public void begin(int index, long now) {
        switch (world.scenario().effects().get(index)) {
            case Effect.ZoneSilence silence -> {
                if (world.isSilent(silence.zone())) {
                    return;
                }
                String zone = world.zones().get(silence.zone());
                world.journal()
                        .write(new JournalEntry.FaultStarted(
                                now, "scenario", "zone " + zone + " falls silent", silence.fault()));
                plant.zoneSilenced(silence.zone(), now);
                control.zoneLost(silence.zone(), silence.toNanos(), now);
            }
        }
    }

    /** An effect ends, unless another one still holds. */
    public void end(int index, long now) {
        switch (world.scenario().effects().get(index)) {
            case Effect.ZoneSilence silence -> {
                boolean isHeld = world.scenario().effects().stream()
                        .anyMatch(other -> other instanceof Effect.ZoneSilence held
                                && held.zone() == silence.zone()
                                && held.fromNanos() <= now
                                && held.toNanos() > now);
                if (isHeld || !world.isSilent(silence.zone())) {
                    return;
                }
                String zone = world.zones().get(silence.zone());
                world.journal()
                        .write(new JournalEntry.FaultEnded(
                                now, "scenario", "zone " + zone + " answers again", silence.fault()));
                plant.zoneRestored(silence.zone(), now);
                control.zoneBack(silence.zone(), now);
            }
        }
    }
}
