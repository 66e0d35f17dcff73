package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who pays for all accounts, and how costs are told apart and watched (S05, S63). */
@Doc("Who pays for all accounts, and how costs are watched")
public record CostManagement(
        @Doc(
                "Management account, which pays and which no service control policy binds; absent means one that is not listed")
        @Nullable String payer,

        @Doc("Tags that costs are told apart by: team, environment") @Default("[]")
        List<String> costAllocationTags,

        @Doc("Bucket of the cost and usage report; absent means none") @Nullable String costAndUsageReport,

        @Doc("Cost anomaly detection; absent means none") @Nullable AnomalyDetection anomalyDetection) {

    /** Unusual spending that is reported. */
    @Doc("Unusual spending that is reported")
    public record AnomalyDetection(
            @Doc("Least impact that is reported") Money threshold,
            @Doc("Who is told") List<String> receivers) {

        /** @throws IllegalArgumentException if nobody is told */
        public AnomalyDetection {
            receivers = List.copyOf(receivers);
            if (receivers.isEmpty()) {
                throw new IllegalArgumentException("receivers names at least one");
            }
            if (threshold.usd().signum() < 0) {
                throw new IllegalArgumentException("threshold is not negative, found " + threshold);
            }
        }
    }

    /** Copies the list. */
    public CostManagement {
        costAllocationTags = List.copyOf(costAllocationTags);
    }

    /** One bill, and nobody who looks at it. */
    public CostManagement() {
        this(null, List.of(), null, null);
    }
}
