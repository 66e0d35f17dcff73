/**
 * The controllers: each asks its pure policy at the right simulated times and carries out what was decided.
 *
 * <p>Domain dialect. A controller reads the world's state, calls its policy, writes state, journal and calendar, and tells
 * the plant. Start with {@link dev.windtunnel.simulator.world.control.ControlPlane}.
 */
@NullMarked
package dev.windtunnel.simulator.world.control;

import org.jspecify.annotations.NullMarked;
