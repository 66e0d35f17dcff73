/**
 * The exact plant: every request, from the client's dial to its recorded outcome.
 *
 * <p>Engine dialect; no allocation per event. The sources of events are the arrival stream, rings of equal timeouts, a
 * calendar of odd delays, the database and each pod's CPU. Start with {@link
 * dev.windtunnel.simulator.world.traffic.ExactPlant}.
 */
@NullMarked
package dev.windtunnel.simulator.world.traffic;

import org.jspecify.annotations.NullMarked;
