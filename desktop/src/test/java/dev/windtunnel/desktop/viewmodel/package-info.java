/** View models without a toolkit. */
@NullMarked
package dev.windtunnel.desktop.viewmodel;

import org.jspecify.annotations.NullMarked;
