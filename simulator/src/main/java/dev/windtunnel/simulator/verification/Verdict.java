package dev.windtunnel.simulator.verification;

/** What became of a case or a metric. */
public enum Verdict {
    /** It agrees. */
    PASSED,
    /** It disagrees on three seeds. */
    FAILED,
    /** It was not judged, and the reason is told. */
    SKIPPED
}
