package dev.windtunnel.simulator.verification;

/** A case asks for something that the product cannot simulate; the case is skipped and the reason told. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    NotUnderstood(String what) {
        super(what);
        this.what = what;
    }

    /** What is not understood: "family cpu credits". */
    String what() {
        return what;
    }
}
