package dev.windtunnel.model.catalog;

/** How sure a price is, from surest to least sure. */
public enum Evidence {
    /** Copied from a price list, from a file generated from one, or from an observed market price. */
    SOURCED,
    /** List price as commonly published, written from knowledge. */
    UNSOURCED,
    /** Derived from other figures, or borrowed from another region. */
    ESTIMATE;

    /** The less sure of the two: a sum is no surer than its weakest part. */
    public Evidence weaker(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
