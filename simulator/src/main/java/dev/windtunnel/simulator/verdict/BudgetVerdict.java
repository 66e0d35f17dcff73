package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.scenario.Budget;
import dev.windtunnel.model.unit.Durations;
import dev.windtunnel.model.unit.Money;
import dev.windtunnel.simulator.cost.Bill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of the budget. */
public sealed interface BudgetVerdict {

    /** The scenario asks for none. */
    record NotAsked() implements BudgetVerdict {}

    /** The simulated time says too little about a month. */
    record NotJudged(Money monthly, String reason) implements BudgetVerdict {}

    /**
     * Judged.
     *
     * @param perMonth the bill, scaled to a month of 730 hours as AWS counts it
     */
    record Judged(Money monthly, Money perMonth) implements BudgetVerdict {}

    /** Least simulated time from which a month is judged. */
    Duration SHORTEST_JUDGED = Duration.ofDays(28);

    /** A budget that was judged and exceeded does not hold; all else does. */
    default boolean holds() {
        return switch (this) {
            case NotAsked notAsked -> true;
            case NotJudged notJudged -> true;
            case Judged judged -> judged.perMonth().compareTo(judged.monthly()) <= 0;
        };
    }

    /** Judges. */
    static BudgetVerdict of(@Nullable Budget budget, Bill bill) {
        if (budget == null) {
            return new NotAsked();
        }
        if (bill.period().compareTo(SHORTEST_JUDGED) < 0) {
            return new NotJudged(
                    budget.monthly(),
                    "not judged (" + inWords(bill.period())
                            + " simulated; a monthly budget needs 28 days or a calendar of typical days)");
        }
        BigDecimal month = BigDecimal.valueOf(Duration.ofHours(730).toMillis());
        BigDecimal scaled = bill.total()
                .usd()
                .multiply(month)
                .divide(BigDecimal.valueOf(bill.period().toMillis()), 9, RoundingMode.HALF_UP);
        return new Judged(budget.monthly(), new Money(scaled));
    }

    private static String inWords(Duration period) {
        long days = period.toDays();
        return period.equals(Duration.ofDays(days)) ? days + (days == 1 ? " day" : " days") : Durations.print(period);
    }
}
