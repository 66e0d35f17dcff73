/**
 * One scenario from its files to what came of it: read, compiled, checked, run, priced. What the command line, the window and
 * studies have in common. Says nothing to people and writes nothing; verdicts and reports are made of what it returns. Start
 * with {@link dev.windtunnel.simulator.trial.Trial}.
 */
@NullMarked
package dev.windtunnel.simulator.trial;

import org.jspecify.annotations.NullMarked;
