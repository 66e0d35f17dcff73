package dev.windtunnel.model.trace;

import org.jspecify.annotations.Nullable;

/**
 * Common and combined logs of Apache and nginx (workload sheet, section 13): {@code host ident user [time] "request" status
 * bytes}, then {@code "referer" "user-agent"} and whatever else was configured. Bytes are the response's without its
 * headers; what a request weighs is not told.
 */
final class CombinedFormat extends LogFormat {

    private static final int FEWEST_FIELDS = 7;

    /** With referer and user agent. */
    private static final int MOST_FIELDS = 9;

    @Override
    int mostFields() {
        return MOST_FIELDS;
    }

    @Override
    boolean isByTheSecond() {
        return true;
    }

    @Override
    @Nullable Wrong parse(String line) {
        if (!fields.split(line)) {
            return new Wrong(
                    "a quote that is not closed", "expected quotes and brackets to end, found one without its pair");
        }
        if (fields.count() < FEWEST_FIELDS) {
            return new Wrong(
                    "too few fields", "expected " + FEWEST_FIELDS + " fields or more, found " + fields.count());
        }
        if (!fields.isBracketed(4)) {
            return new Wrong(
                    "no valid time", "expected a time in brackets as field 4, found '" + fields.field(4) + "'");
        }
        arrivedNanos = timestamps.common(fields.field(4));
        if (arrivedNanos == Timestamps.NONE) {
            return new Wrong(
                    "no valid time",
                    "expected a time such as [23/Jun/1998:15:57:00 +0200], found '" + fields.field(4) + "'");
        }
        long status = fields.wholeNumber(6);
        if (status < 100 || status > 999) {
            return new Wrong("no valid status", "expected a status such as 200, found '" + fields.field(6) + "'");
        }
        requestBytes = UNKNOWN;
        responseBytes = fields.wholeNumber(7);
        if (responseBytes < 0) {
            return new Wrong(
                    "no valid sizes", "expected a whole number of bytes or a dash, found '" + fields.field(7) + "'");
        }
        return request(fields.field(5));
    }
}
