package dev.windtunnel.simulator.cli;

/** What the command tells the shell. */
final class ExitCode {

    /** Every objective turned out as expected. */
    static final int FINE = 0;
    /** A fault of Windtunnel's own. */
    static final int OUR_FAULT = 1;
    /** The input or the command line is wrong; nothing was written. */
    static final int BAD_INPUT = 2;
    /** An objective turned out other than expected; the same number as k6 uses. */
    static final int MISSED = 99;
    /** Stopped by Ctrl-C, 128 + SIGINT; nothing was written. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
