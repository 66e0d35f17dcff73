package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;

/** How a distribution treats paths of one kind. */
@Doc("How a distribution treats some paths")
public record CacheBehavior(
        @Doc("Paths, such as /static/*; * is everything else") @Default("\"*\"")
        String path,

        @Doc("Origin, by name below origins") String origin,

        @Doc("Share of requests that are answered from the cache; 0% means that nothing is kept") @Default("0%")
        Share hitRatio,

        @Doc("Time that an answer is kept which does not say how long") @Default("24h")
        Duration defaultTtl,

        @Doc("Whether answers are compressed") @Default("true")
        boolean compress,

        @Doc("What plain HTTP gets: allow-all, redirect-to-https or https-only") @Default("redirect-to-https")
        ViewerProtocol viewerProtocol) {

    /** What becomes of plain HTTP. */
    public enum ViewerProtocol {
        /** It is answered. */
        ALLOW_ALL,
        /** It is sent to HTTPS. */
        REDIRECT_TO_HTTPS,
        /** It is refused. */
        HTTPS_ONLY
    }
}
