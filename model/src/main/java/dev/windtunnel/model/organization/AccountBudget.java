package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.model.unit.Share;
import java.math.BigDecimal;
import java.util.List;

/** A monthly cost budget of AWS Budgets over one account (S63). */
@Doc("A monthly cost budget")
public record AccountBudget(
        @Doc("What a month may cost") Money monthly,

        @Doc("When its receivers are told, each {at, basis}") @Default("[]")
        List<Alert> alerts,

        @Doc("Who is told: addresses, SNS topics or names of receivers") @Default("[]")
        List<String> receivers) {

    /** What an alert compares with the budget. */
    public enum Basis {
        /** What was spent. */
        ACTUAL,
        /** What the month will cost, as AWS forecasts it. */
        FORECASTED
    }

    /** A threshold at which receivers are told. */
    @Doc("A threshold at which receivers are told")
    public record Alert(
            @Doc("Share of the budget, up to 100%") Share at,

            @Doc("actual (spent so far) or forecasted (by the end of the month)") @Default("actual")
            Basis basis) {

        /** @throws IllegalArgumentException for a threshold that is always passed */
        public Alert {
            if (at.value() == 0) {
                throw new IllegalArgumentException("at is more than 0%");
            }
        }

        /** The amount at which it tells, exact. */
        public Money amount(Money monthly) {
            return monthly.times(BigDecimal.valueOf(at.value()));
        }
    }

    /** A budget may have this many alerts (AWS Budgets, quotas). */
    public static final int MOST_ALERTS = 5;

    /** @throws IllegalArgumentException for nothing to spend, or alerts that reach nobody */
    public AccountBudget {
        alerts = List.copyOf(alerts);
        receivers = List.copyOf(receivers);
        if (monthly.usd().signum() <= 0) {
            throw new IllegalArgumentException("monthly is more than 0 USD, found " + monthly);
        }
        if (alerts.size() > MOST_ALERTS) {
            throw new IllegalArgumentException("alerts are " + MOST_ALERTS + " at most, found " + alerts.size());
        }
        if (!alerts.isEmpty() && receivers.isEmpty()) {
            throw new IllegalArgumentException("alerts need receivers, or nobody is told");
        }
    }

    /** Whether somebody is told before or when the money is gone (R-ACC-06). */
    public boolean tellsSomebody() {
        return !alerts.isEmpty();
    }
}
