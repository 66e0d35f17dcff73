package dev.windtunnel.simulator.verdict;

import dev.windtunnel.model.unit.Money;
import dev.windtunnel.simulator.cost.Bill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated time cost.
 *
 * @param total what the printed lines add up to
 * @param perThousand for 1,000 requests that set out, to a billionth of a dollar; null if there were none
 * @param notPriced names of what has no price, in the bill's order, each once
 */
public record RunCost(Money total, @Nullable Money perThousand, List<String> notPriced) {

    /** Copies. */
    public RunCost {
        notPriced = List.copyOf(notPriced);
    }

    /** Reads it off the bill. */
    static RunCost of(Bill bill, long requests) {
        Money total = new Money(bill.printedTotal());
        Money perThousand = requests == 0
                ? null
                : new Money(
                        total.usd().movePointRight(3).divide(BigDecimal.valueOf(requests), 9, RoundingMode.HALF_UP));
        return new RunCost(
                total,
                perThousand,
                bill.notPriced().stream().map(Bill.NotPriced::what).distinct().toList());
    }
}
