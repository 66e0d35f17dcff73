/**
 * What the window looks like: nodes bound to the values of a view model, and drawings of plain data. Decides nothing and computes
 * nothing but places. Start with {@link dev.windtunnel.desktop.view.ScenarioView}.
 */
@NullMarked
package dev.windtunnel.desktop.view;

import org.jspecify.annotations.NullMarked;
