package dev.windtunnel.simulator.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where the command speaks.
 *
 * @param out for results
 * @param err for problems, progress and figures about the run
 * @param isOutTerminal whether a person reads {@code out}
 * @param isErrTerminal whether a person reads {@code err}
 * @param isColorWelcome false under NO_COLOR (https://no-color.org) or on a terminal that knows no colors
 */
record Console(PrintWriter out, PrintWriter err, boolean isOutTerminal, boolean isErrTerminal, boolean isColorWelcome) {

    /**
     * That of this process. Java itself can only tell whether input and output together are a terminal, so the launcher
     * says which streams are one ({@code -Dwindtunnel.terminal=stdout,stderr}); without it none is.
     */
    static Console ofProcess() {
        List<String> terminals =
                List.of(System.getProperty("windtunnel.terminal", "").split(",", -1));
        String noColor = System.getenv("NO_COLOR");
        boolean isColorWelcome = (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Console(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                terminals.contains("stdout"),
                terminals.contains("stderr"),
                isColorWelcome);
    }

    /** Whether results may be colored. */
    boolean isOutColored() {
        return isOutTerminal && isColorWelcome;
    }

    /** Whether problems may be colored. */
    boolean isErrColored() {
        return isErrTerminal && isColorWelcome;
    }
}
