package dev.windtunnel.model.trace;

/** What a recorded file holds. */
public enum TraceFormat {
    /** CSV of counts per interval. */
    COUNTS,
    /** Access log of an Application Load Balancer. */
    ALB,
    /** Common or combined log of Apache or nginx. */
    COMBINED,
    /** A metric of CloudWatch: the console's CSV export, or what the AWS CLI prints for it as JSON. */
    CLOUDWATCH;

    /** Whether the file has a line for each request. */
    public boolean isByRequest() {
        return this == ALB || this == COMBINED;
    }

    private static final java.util.regex.Pattern ALB_LINE =
            java.util.regex.Pattern.compile("(https?|h2|grpcs|wss?) [0-9]{4}-[0-9]{2}-[0-9]{2}T[^ ]* app/.*");
    private static final java.util.regex.Pattern COMBINED_LINE = java.util.regex.Pattern.compile(
            "[^ ]+ [^ ]+ .*\\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} [+-][0-9]{4}\\] \".*");
    private static final java.util.regex.Pattern CLOUDWATCH_LINE = java.util.regex.Pattern.compile(
            "\"?(Full label|Label|Id|Metric|Namespace)\"?,.*|[0-9]{4}/[0-9]{2}/[0-9]{2} .*,.*");

    /** The format that a line shows, or COUNTS, whose reader says what a CSV looks like. */
    static TraceFormat of(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (ALB_LINE.matcher(text).matches()) {
            return ALB;
        }
        if (COMBINED_LINE.matcher(text).matches()) {
            return COMBINED;
        }
        if (text.stripLeading().startsWith("{")) {
            return CLOUDWATCH;
        }
        return CLOUDWATCH_LINE.matcher(text).matches() ? CLOUDWATCH : COUNTS;
    }
}
