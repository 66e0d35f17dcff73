package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;

/** What RDS itself records of the database: Performance Insights, Enhanced Monitoring, exported logs (RDS User Guide). */
@Doc("What RDS records of the database")
public record DatabaseMonitoring(
        @Doc("Whether Performance Insights is on") @Default("false")
        boolean performanceInsights,

        @Doc("Time that Performance Insights keeps, 7d (free) to 731d") @Default("7d")
        Duration performanceInsightsRetention,

        @Doc("Interval of Enhanced Monitoring: 1s, 5s, 10s, 15s, 30s or 60s; 0s is off") @Default("0s")
        Duration enhancedMonitoring,

        @Doc("Logs exported to CloudWatch Logs: postgresql, upgrade") @Default("[]")
        List<String> logExports) {

    private static final List<Long> INTERVALS = List.of(0L, 1L, 5L, 10L, 15L, 30L, 60L);
    private static final List<String> LOGS = List.of("postgresql", "upgrade", "iam-db-auth-error");

    /** @throws IllegalArgumentException outside the values that RDS accepts */
    public DatabaseMonitoring {
        logExports = List.copyOf(logExports);
        long days = performanceInsightsRetention.toDays();
        boolean isMonths = days % 31 == 0 && days >= 31 && days <= 23 * 31;
        if (!performanceInsightsRetention.equals(Duration.ofDays(days)) || !(days == 7 || days == 731 || isMonths)) {
            throw new IllegalArgumentException(
                    "performanceInsightsRetention is 7d, a multiple of 31d up to 713d, or 731d, found "
                            + Durations.print(performanceInsightsRetention));
        }
        if (!enhancedMonitoring.equals(Duration.ofSeconds(enhancedMonitoring.toSeconds()))
                || !INTERVALS.contains(enhancedMonitoring.toSeconds())) {
            throw new IllegalArgumentException("enhancedMonitoring is one of 0s, 1s, 5s, 10s, 15s, 30s, 60s, found "
                    + Durations.print(enhancedMonitoring));
        }
        for (String log : logExports) {
            if (!LOGS.contains(log)) {
                throw new IllegalArgumentException(
                        "logExports are among " + String.join(", ", LOGS) + ", found '" + log + "'");
            }
        }
    }

    /** Nothing but CloudWatch's own metrics. */
    public DatabaseMonitoring() {
        this(false, Duration.ofDays(7), Duration.ZERO, List.of());
    }
}
