/**
 * What the window shows and what its buttons do, without the window: observable values and decisions about them, no node, no
 * color, no toolkit. Nothing here computes a result; it asks the simulator, off the thread of the window. Start with {@link
 * dev.windtunnel.desktop.viewmodel.ScenarioViewModel}.
 */
@NullMarked
package dev.windtunnel.desktop.viewmodel;

import org.jspecify.annotations.NullMarked;
