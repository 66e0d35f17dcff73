package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a distribution fetches what it does not hold (S76). */
@Doc("An origin of a distribution: one of bucket, loadBalancer and domain")
public record Origin(
        @Named String name,

        @Doc("Bucket, by name below buckets; absent unless it is one") @Nullable String bucket,

        @Doc("true for the environment's load balancer; absent otherwise") @Nullable Boolean loadBalancer,

        @Doc("Any other host; absent unless it is one") @Nullable String domain,

        @Doc("Whether only this distribution may read the bucket (origin access control)") @Default("true")
        boolean accessControl,

        @Doc("Whether one more cache stands before the origin") @Default("false")
        boolean shield) {

    /** @throws IllegalArgumentException unless it is one thing */
    public Origin {
        long kinds =
                Stream.of(bucket, loadBalancer, domain).filter(Objects::nonNull).count();
        if (kinds != 1 || Boolean.FALSE.equals(loadBalancer)) {
            throw new IllegalArgumentException("an origin is one of bucket, loadBalancer: true and domain");
        }
    }
}
