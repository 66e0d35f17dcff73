package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A TLS certificate in ACM (S15, ALB-45). */
@Doc("A TLS certificate in AWS Certificate Manager")
public record Certificate(
        @Named String name,

        @Doc("Domain, such as app.example.com or *.example.com")
        String domain,

        @Doc("Further domains that it holds for") @Default("[]")
        List<String> alternativeNames,

        @Doc("Who made it: amazon, private-ca, or imported; an imported one is never renewed by ACM (ALB-45)")
        @Default("amazon")
        Issuer issuer,

        @Doc("How one shows that the domain is one's own: dns or email; email asks a person at each renewal")
        @Default("dns")
        Validation validation,

        @Doc("Whether the validation's DNS record stays; without it ACM cannot renew (ALB-45)") @Default("true")
        boolean validationRecordKept,

        @Doc("When it expires; absent means not known, which an imported one's is") @Nullable OffsetDateTime expires,

        @Doc("Time before expiry at which ACM renews") @Default("60d")
        Duration renewBefore,

        @Doc("Region that it lies in; absent means the architecture's; CloudFront takes those of us-east-1 only")
        @Nullable String region) {

    /** Who made a certificate. */
    public enum Issuer {
        /** Amazon's public authority. */
        AMAZON,
        /** A private authority in AWS. */
        PRIVATE_CA,
        /** Somebody else. */
        IMPORTED
    }

    /** How control of a domain is shown. */
    public enum Validation {
        /** By a CNAME record. */
        DNS,
        /** By a link in a mail. */
        EMAIL
    }

    /** @throws IllegalArgumentException if an imported certificate does not say when it ends */
    public Certificate {
        alternativeNames = List.copyOf(alternativeNames);
        if (domain.isBlank()) {
            throw new IllegalArgumentException("domain is not empty");
        }
        if (issuer == Issuer.IMPORTED && expires == null) {
            throw new IllegalArgumentException("expires is needed for issuer: imported; nobody renews it");
        }
        if (renewBefore.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("renewBefore is at least 1d, found " + Durations.print(renewBefore));
        }
    }

    /** Whether ACM renews it without anybody doing anything. */
    public boolean renewsItself() {
        return switch (issuer) {
            case AMAZON -> validation == Validation.DNS && validationRecordKept;
            case PRIVATE_CA -> true;
            case IMPORTED -> false;
        };
    }

    /** Whether a host name is one that it holds for; a star stands for one label. */
    public boolean covers(String host) {
        return matches(domain, host) || alternativeNames.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        int dot = host.indexOf('.');
        return pattern.equals(host)
                || (pattern.startsWith("*.") && dot > 0 && pattern.substring(1).equals(host.substring(dot)));
    }
}
