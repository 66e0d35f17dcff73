/** What is said where no window can be opened. */
@NullMarked
package dev.windtunnel.desktop.launch;

import org.jspecify.annotations.NullMarked;
