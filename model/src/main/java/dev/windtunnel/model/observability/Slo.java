package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service level objective and what is told when its budget burns (S58, SLO-01 to SLO-05). */
@Doc("A service level objective with its burn-rate alerts")
public record Slo(
        @Named String name,

        @Doc("Share of the requests that are good, below 100%")
        Share good,

        @Doc("Longest response time of a good request; absent means that any answer but a 5xx is good (SLO-05)")
        @Nullable Duration latency,

        @Doc("Endpoint that it is about; absent means all") @Nullable String endpoint,

        @Doc("Time over which it holds (SLO-03)") @Default("30d")
        Duration window,

        @Doc("Alerts, each {burn, long, short, notify}; the default is the SRE Workbook's (SLO-01)")
        @Default(
                "[{burn: 14.4, long: 1h, short: 5m}, {burn: 6, long: 6h, short: 30m}, {burn: 3, long: 1d, short: 2h, notify: ticket}, {burn: 1, long: 3d, short: 6h, notify: ticket}]")
        List<BurnRate> alerts,

        @Doc("Receivers of pages; empty means that nobody is told") @Default("[]")
        List<String> page,

        @Doc("Receivers of tickets; empty means that nobody is told") @Default("[]")
        List<String> ticket,

        @Doc("Requests in the long window below which nothing is told (SLO-04)") @Default("100")
        int minimumRequests,

        @Doc("Runbook that the page names; absent means none") @Nullable String runbook) {

    /** @throws IllegalArgumentException if the objective leaves no budget, or an alert looks further than its window */
    public Slo {
        alerts = List.copyOf(alerts);
        page = List.copyOf(page);
        ticket = List.copyOf(ticket);
        if (good.value() >= 1 || good.value() <= 0) {
            throw new IllegalArgumentException("good lies between 0% and 100%, both excluded, found " + good);
        }
        Limits.atLeast("window", window, Duration.ofDays(1));
        Limits.notNegative("minimumRequests", minimumRequests);
        for (BurnRate alert : alerts) {
            if (alert.longWindow().compareTo(window) > 0) {
                throw new IllegalArgumentException("alerts look no further back than window");
            }
        }
    }

    /** Whether some alert of this kind has a receiver. */
    public boolean tells(BurnRate.Notify kind) {
        List<String> receivers = kind == BurnRate.Notify.PAGE ? page : ticket;
        return !receivers.isEmpty() && alerts.stream().anyMatch(alert -> alert.tells() == kind);
    }
}
