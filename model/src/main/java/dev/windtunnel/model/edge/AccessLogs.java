package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** The load balancer's record of each request: a file per node every 5 minutes (S51, ALB-46). */
@Doc("Access logs of the load balancer")
public record AccessLogs(
        @Doc("Bucket, by name below buckets; its lifecycle rules say how long they are kept")
        String bucket,

        @Doc("What the names of the files begin with") @Default("\"\"")
        String prefix,

        @Doc("Whether connections are logged too: TLS version, cipher, client certificate") @Default("false")
        boolean connectionLogs) {}
