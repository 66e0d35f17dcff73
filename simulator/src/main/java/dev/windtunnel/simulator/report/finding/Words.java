package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.rule.Severity;
import java.util.Arrays;
import java.util.Locale;

/** How severities are written. */
final class Words {

    /** Columns of the longest of them. */
    static final int WIDEST = Arrays.stream(Severity.values())
            .mapToInt(severity -> of(severity).length())
            .max()
            .orElse(0);

    private Words() {}

    static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
