package dev.windtunnel.model.trace;

import org.jspecify.annotations.Nullable;

/** What a line of a log says of a request. One object is used again for all lines of a file. */
abstract sealed class LogFormat permits AlbFormat, CombinedFormat {

    /** A size that the log does not tell. */
    static final long UNKNOWN = -1;

    /** Why a line was not understood: a kind, to be counted, and what was found. */
    record Wrong(String kind, String detail) {}

    final LogFields fields = new LogFields();
    final Timestamps timestamps = new Timestamps();

    /** When the request arrived, nanoseconds since 1970. */
    long arrivedNanos;

    String method = "";
    String path = "";

    /** Bytes of the request, or {@link #UNKNOWN}. */
    long requestBytes;

    /** Bytes of the response. */
    long responseBytes;

    /** Understands a line; returns what is wrong with it, or null. */
    abstract @Nullable Wrong parse(String line);

    /** The most fields that a line of this format is known to have; what stands behind them is not read. */
    abstract int mostFields();

    /** Whether timestamps are whole seconds, so that requests must be spread inside them. */
    abstract boolean isByTheSecond();

    /** Method and path of {@code METHOD target HTTP/x}; the target may hold spaces. Absolute targets lose scheme and host. */
    final @Nullable Wrong request(String request) {
        int firstSpace = request.indexOf(' ');
        int lastSpace = request.lastIndexOf(' ');
        boolean isRequest = firstSpace > 0
                && lastSpace > firstSpace
                && request.startsWith("HTTP/", lastSpace + 1)
                && isMethod(request, firstSpace);
        if (!isRequest) {
            return new Wrong(
                    "no valid request", "expected a request such as GET /items HTTP/1.1, found '" + request + "'");
        }
        method = request.substring(0, firstSpace);
        path = pathOf(request.substring(firstSpace + 1, lastSpace).strip());
        return null;
    }

    private static boolean isMethod(String request, int end) {
        for (int i = 0; i < end; i++) {
            char c = request.charAt(i);
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static String pathOf(String target) {
        int end = 0;
        while (end < target.length() && target.charAt(end) != '?' && target.charAt(end) != '#') {
            end++;
        }
        String withoutQuery = target.substring(0, end);
        int scheme = withoutQuery.indexOf("://");
        int start = scheme > 0 ? withoutQuery.indexOf('/', scheme + 3) : 0;
        return start < 0 || withoutQuery.isEmpty() ? "/" : withoutQuery.substring(start);
    }
}
