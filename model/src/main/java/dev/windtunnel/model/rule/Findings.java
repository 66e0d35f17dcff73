package dev.windtunnel.model.rule;

/** Takes what a rule finds. */
public final class Findings {

    /** Where a finding goes. */
    interface Sink {
        void take(Severity severity, String path, String message);
    }

    private final Severity usual;
    private final Sink sink;

    Findings(Severity usual, Sink sink) {
        this.usual = usual;
        this.sink = sink;
    }

    /**
     * Something is wrong there.
     *
     * @param path keys of the YAML: {@code environments.prod.vpc.nat}
     * @param message what was found and what was expected, one sentence without a full stop
     */
    public void at(String path, String message) {
        sink.take(usual, path, message);
    }

    /** The same, more or less grave than the rule usually is. */
    public void at(Severity severity, String path, String message) {
        sink.take(severity, path, message);
    }
}
