package dev.windtunnel.model.trace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Access log of an Application Load Balancer (workload sheet, section 13): 25 fields since 2019, 34 and more since. The
 * request arrived at field 22; where that is a dash, at field 2, which is when the answer was finished, minus the three
 * times of fields 6 to 8.
 */
final class AlbFormat extends LogFormat {

    private static final int FEWEST_FIELDS = 25;

    /** Columns of 2026. AWS adds new ones at the end and asks readers to pass over those they do not know. */
    private static final int MOST_FIELDS = 34;

    /** Both times are of the same clock; the creation time has fewer decimals. */
    private static final long TOLERANCE_NANOS = 1_000_000_000L;

    @Override
    int mostFields() {
        return MOST_FIELDS;
    }

    @Override
    boolean isByTheSecond() {
        return false;
    }

    @Override
    @Nullable Wrong parse(String line) {
        if (!fields.split(line)) {
            return new Wrong(
                    "a quote that is not closed", "expected quoted fields to end, found a quote without its pair");
        }
        if (fields.count() < FEWEST_FIELDS) {
            return new Wrong(
                    "too few fields", "expected " + FEWEST_FIELDS + " fields or more, found " + fields.count());
        }
        long answered = timestamps.iso(fields.field(2));
        if (answered == Timestamps.NONE) {
            return new Wrong(
                    "no valid time",
                    "expected a time such as 2026-11-27T09:25:00.123456Z in field 2, found '" + fields.field(2) + "'");
        }
        requestBytes = fields.wholeNumber(11);
        responseBytes = fields.wholeNumber(12);
        if (requestBytes < 0 || responseBytes < 0) {
            return new Wrong(
                    "no valid sizes",
                    "expected whole numbers of bytes in fields 11 and 12, found '" + fields.field(11) + "' and '"
                            + fields.field(12) + "'");
        }
        Wrong wrong = arrival(answered);
        return wrong == null ? request(fields.field(13)) : wrong;
    }

    private @Nullable Wrong arrival(long answered) {
        String created = fields.field(22);
        if (created.equals("-")) {
            return arrivalBeforeAnswer(answered);
        }
        arrivedNanos = timestamps.iso(created);
        if (arrivedNanos == Timestamps.NONE) {
            return new Wrong(
                    "no valid time",
                    "expected the time of the request's creation in field 22, found '" + created + "'");
        }
        if (arrivedNanos > answered + TOLERANCE_NANOS) {
            return new Wrong(
                    "answered before it was created",
                    "the request of field 22, " + created + ", is later than its answer of field 2, "
                            + fields.field(2));
        }
        return null;
    }

    private @Nullable Wrong arrivalBeforeAnswer(long answered) {
        arrivedNanos = answered;
        for (int place = 6; place <= 8; place++) {
            String seconds = fields.field(place);
            if (seconds.equals("-1") || seconds.equals("-")) {
                continue; // Not dispatched, or nobody was left to wait for it.
            }
            if (!seconds.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                return new Wrong(
                        "no valid time", "expected seconds or -1 in field " + place + ", found '" + seconds + "'");
            }
            arrivedNanos -= new BigDecimal(seconds).movePointRight(9).longValueExact();
        }
        return null;
    }
}
