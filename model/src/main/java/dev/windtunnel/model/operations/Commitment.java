package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Money;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Money promised to AWS for a lower price: a Savings Plan by the hour, or reserved instances by number (S64). */
@Doc("Money promised to AWS for a lower price")
public record Commitment(
        @Named String name,

        @Doc("compute-savings-plan, ec2-instance-savings-plan or rds-reserved-instances")
        Kind kind,

        @Doc("Account that owns it; absent means the organization's management account") @Nullable String account,

        @Doc("Dollars per hour, Savings Plans only") @Nullable Money hourly,

        @Doc("Class that is reserved, db.m6g.large; reserved instances only") @Key("class") @Nullable String instanceClass,

        @Doc("Instances that are reserved, two for a Multi-AZ one; reserved instances only") @Nullable Integer count,

        @Doc("Years: one-year or three-years") @Default("one-year")
        Term term,

        @Doc("What is paid at once: no-upfront, partial-upfront or all-upfront") @Default("no-upfront")
        Payment payment,

        @Doc("When it begins, local time of the scenario; absent means that it runs already") @Nullable LocalDateTime start) {

    /** What is promised. */
    public enum Kind {
        /** Use of EC2, Fargate or Lambda anywhere. */
        COMPUTE_SAVINGS_PLAN,
        /** Use of one family in one region. */
        EC2_INSTANCE_SAVINGS_PLAN,
        /** Database instances of a class. */
        RDS_RESERVED_INSTANCES
    }

    /** For how long. */
    public enum Term {
        /** One year. */
        ONE_YEAR,
        /** Three years. */
        THREE_YEARS
    }

    /** What is paid at once. */
    public enum Payment {
        /** Nothing. */
        NO_UPFRONT,
        /** About half. */
        PARTIAL_UPFRONT,
        /** All. */
        ALL_UPFRONT
    }

    /** @throws IllegalArgumentException if it does not say how much of what */
    public Commitment {
        boolean isReserved = kind == Kind.RDS_RESERVED_INSTANCES;
        if (isReserved && (instanceClass == null || count == null || count < 1)) {
            throw new IllegalArgumentException("kind rds-reserved-instances needs class and a count of at least 1");
        }
        if (isReserved && hourly != null) {
            throw new IllegalArgumentException("hourly is for Savings Plans; reserved instances have class and count");
        }
        if (!isReserved && hourly == null) {
            throw new IllegalArgumentException("kind of a Savings Plan needs hourly, the dollars per hour");
        }
        if (!isReserved && (instanceClass != null || count != null)) {
            throw new IllegalArgumentException("kind of a Savings Plan has neither class nor count");
        }
    }
}
