/** The window without a screen, and what it needs for that. */
@NullMarked
package dev.windtunnel.desktop.view;

import org.jspecify.annotations.NullMarked;
