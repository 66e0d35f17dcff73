package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CloudFront distribution before the load balancer or a bucket of static files (S76, S77). */
@Doc("A CloudFront distribution")
public record CloudFront(
        @Doc("Host names that it answers to") @Default("[]") List<String> aliases,

        @Doc("Certificate of these names, by name below edge.certificates, in us-east-1; absent means CloudFront's own")
        @Nullable String certificate,

        @Doc("Origins, by name") List<Origin> origins,
        @Doc("Behaviors; the first whose path fits counts") List<CacheBehavior> behaviors,

        @Doc(
                "Where it answers from: all, class-200 (not South America and Oceania) or class-100 (North America, Europe, Israel)")
        @Default("all")
        PriceClass priceClass,

        @Doc("Web ACL of scope cloudfront, by name below edge.webAcls; absent means none") @Nullable String webAcl,

        @Doc("Bucket of its access logs; absent means none") @Nullable String logs) {

    /** Which of its places answer. */
    public enum PriceClass {
        /** All of them. */
        ALL,
        /** All but the dearest. */
        CLASS_200,
        /** The cheapest. */
        CLASS_100
    }

    /** @throws IllegalArgumentException if a behavior's origin is not there */
    public CloudFront {
        aliases = List.copyOf(aliases);
        origins = List.copyOf(origins);
        behaviors = List.copyOf(behaviors);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("origins holds at least one");
        }
        if (behaviors.stream().noneMatch(behavior -> behavior.path().equals("*"))) {
            throw new IllegalArgumentException("behaviors holds one for path \"*\", which everything else falls to");
        }
    }
}
