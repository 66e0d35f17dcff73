package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** An answer that sends a client elsewhere, with the same host, path and query. */
@Doc("Where a listener sends its clients")
public record Redirect(
        @Doc("http or https") @Default("https") Listener.Protocol protocol,

        @Doc("Port, 1 to 65535") @Default("443") int port,

        @Doc("301 (for good) or 302 (for now)") @Default("301")
        int statusCode) {

    /** @throws IllegalArgumentException if the load balancer cannot answer so */
    public Redirect {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port lies between 1 and 65535, found " + port);
        }
        if (statusCode != 301 && statusCode != 302) {
            throw new IllegalArgumentException("statusCode is 301 or 302, found " + statusCode);
        }
    }
}
