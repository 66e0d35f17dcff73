package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** AWS Shield Advanced, which costs a fixed sum a month for the whole organization. */
@Doc("AWS Shield Advanced")
public record ShieldAdvanced(
        @Doc("What it protects: load-balancer, cloudfront, global-accelerator, dns") @Default("[load-balancer]")
        List<Protected> protects,

        @Doc("Whether AWS's response team calls when health checks fail during an attack") @Default("false")
        boolean proactiveEngagement,

        @Doc("Whether it writes rules into the web ACL by itself during an attack") @Default("false")
        boolean automaticMitigation) {

    /** What can be protected. */
    public enum Protected {
        /** The load balancer. */
        LOAD_BALANCER,
        /** The distribution. */
        CLOUDFRONT,
        /** The accelerator. */
        GLOBAL_ACCELERATOR,
        /** The hosted zone. */
        DNS
    }

    /** @throws IllegalArgumentException if it protects nothing */
    public ShieldAdvanced {
        protects = List.copyOf(protects);
        if (protects.isEmpty()) {
            throw new IllegalArgumentException("protects names at least one");
        }
    }
}
