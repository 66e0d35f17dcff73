package dev.windtunnel.model.retry;

import dev.windtunnel.model.notation.Doc;

/** Which part of a backoff is left to chance. */
@Doc("Which part of a backoff is left to chance")
public enum Jitter {
    /** All of it: uniform between nothing and the whole wait, as the AWS SDKs and Envoy have it. */
    FULL,
    /** Nothing: clients that failed together come back together, as with TanStack Query. */
    NONE,
    /** The second half of it. */
    EQUAL
}
