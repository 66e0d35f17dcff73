package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A port of the load balancer (S15, S28). */
@Doc("A listener; it forwards to the targets unless it redirects")
public record Listener(
        @Doc("Port, 1 to 65535") int port,
        @Doc("http or https") Protocol protocol,

        @Doc("Certificates of an https listener, the default one first; names below edge.certificates") @Default("[]")
        List<String> certificates,

        @Doc(
                "Security policy of an https listener: TLS versions and ciphers; the default is that of the API and of the AWS Load Balancer Controller, which still lets TLS 1.0 in")
        @Default("ELBSecurityPolicy-2016-08")
        String tlsPolicy,

        @Doc("Where clients are sent instead; absent means that it forwards") @Nullable Redirect redirect) {

    /** What a listener speaks. */
    public enum Protocol {
        /** In the clear. */
        HTTP,
        /** With TLS, which ends here. */
        HTTPS
    }

    /** Versions of TLS, oldest first. */
    public enum TlsVersion {
        /** 1.0, of 1999. */
        TLS_1_0,
        /** 1.1, of 2006. */
        TLS_1_1,
        /** 1.2, of 2008. */
        TLS_1_2,
        /** 1.3, of 2018. */
        TLS_1_3
    }

    /** The family before the date says the oldest version, if it does not it is 1.0: FS-2018-06, 2016-08, 2015-05. */
    private static final Pattern POLICY = Pattern.compile(
            "ELBSecurityPolicy-(?:(?:TLS13|FS|TLS)-(?:1-([0-3])-)?)?(?:[A-Za-z][A-Za-z0-9]*-)*20[0-9]{2}-[0-9]{2}");

    /** @throws IllegalArgumentException if port, policy and certificates do not belong together */
    public Listener {
        certificates = List.copyOf(certificates);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port lies between 1 and 65535, found " + port);
        }
        if (!POLICY.matcher(tlsPolicy).matches()) {
            throw new IllegalArgumentException(
                    "tlsPolicy is a security policy of Elastic Load Balancing such as ELBSecurityPolicy-TLS13-1-2-2021-06, found "
                            + tlsPolicy);
        }
        if (protocol == Protocol.HTTPS && certificates.isEmpty()) {
            throw new IllegalArgumentException("certificates of an https listener has at least one");
        }
        if (protocol == Protocol.HTTP && !certificates.isEmpty()) {
            throw new IllegalArgumentException("certificates needs protocol: https");
        }
    }

    /** The oldest version of TLS that it agrees to; empty in the clear. */
    public Optional<TlsVersion> oldestTls() {
        if (protocol == Protocol.HTTP) {
            return Optional.empty();
        }
        Matcher policy = POLICY.matcher(tlsPolicy);
        String minor = policy.matches() ? policy.group(1) : null;
        return Optional.of(TlsVersion.values()[minor == null ? 0 : Integer.parseInt(minor)]);
    }

    /** Whether it does nothing but send clients to HTTPS. */
    public boolean redirectsToHttps() {
        return redirect != null && redirect.protocol() == Protocol.HTTPS;
    }
}
