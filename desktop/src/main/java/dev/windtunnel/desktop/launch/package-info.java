/**
 * Starts the toolkit and opens the window: the outermost room of this module, and the only one that knows the command line.
 * Start with {@link dev.windtunnel.desktop.launch.DesktopWindow}.
 */
@NullMarked
package dev.windtunnel.desktop.launch;

import org.jspecify.annotations.NullMarked;
