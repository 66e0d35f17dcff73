package dev.windtunnel.model.compute.cluster;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Until when EKS supports a Kubernetes version (R-CMP-01; EKS-02): 14 months of standard support, then 12 of extended support.
 * The dates are those of the EKS release calendar as of April 2026 ({@code aws-samples/sample-apex-skills},
 * {@code eks-operation-review}, "EKS Version Support Calendar"; the same at {@code endoflife.date/amazon-eks}, February 2026).
 */
public final class VersionSupport {

    /** The day of the catalog's newest figures: support is judged on it, since a check of a design says the same every day. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    /** The oldest minor version, 1.29, of which the calendar knows; older ones EKS does not run any more. */
    public static final int OLDEST_MINOR = 29;

    private static final Period EXTENDED = Period.ofMonths(12);

    private static final Map<String, LocalDate> STANDARD_ENDS = standardEnds();

    private VersionSupport() {}

    private static Map<String, LocalDate> standardEnds() {
        Map<String, LocalDate> ends = new TreeMap<>();
        ends.put("1.29", LocalDate.of(2025, 3, 23));
        ends.put("1.30", LocalDate.of(2025, 7, 23));
        ends.put("1.31", LocalDate.of(2025, 11, 26));
        ends.put("1.32", LocalDate.of(2026, 3, 23));
        ends.put("1.33", LocalDate.of(2026, 7, 29));
        ends.put("1.34", LocalDate.of(2026, 12, 2));
        ends.put("1.35", LocalDate.of(2027, 3, 27));
        return ends;
    }

    /** The day on which standard support of a version such as {@code 1.34} ends; empty for one that is not in the calendar. */
    public static Optional<LocalDate> standardEnds(String version) {
        return Optional.ofNullable(STANDARD_ENDS.get(version));
    }

    /** The day on which extended support ends, and the cluster is upgraded by force. */
    public static Optional<LocalDate> extendedEnds(String version) {
        return standardEnds(version).map(end -> end.plus(EXTENDED));
    }
}
