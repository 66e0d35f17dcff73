package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The buckets that an account's logs are shipped to; the design wants them in the security account (S07, S17, S51). */
@Doc("The buckets that an account's logs are shipped to")
public record LogShipping(
        @Doc("Bucket of its CloudTrail events; absent means that the organization's trail takes them, if there is one")
        @Nullable String cloudTrail,

        @Doc("Bucket of its VPC flow logs; absent means that they are not shipped") @Nullable String flowLogs,

        @Doc("Bucket of its load balancers' access logs; absent means that they are not shipped") @Nullable String albLogs) {

    /** Nothing is shipped. */
    public LogShipping() {
        this(null, null, null);
    }

    /** The buckets that are named, each once. */
    public List<String> buckets() {
        return Stream.of(cloudTrail, flowLogs, albLogs)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
