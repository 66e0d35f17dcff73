/** What tests of several rooms share, and the rules between the rooms. */
@NullMarked
package dev.windtunnel.desktop;

import org.jspecify.annotations.NullMarked;
