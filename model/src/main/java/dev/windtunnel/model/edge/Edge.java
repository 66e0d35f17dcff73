package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands before and around the load balancer: certificates, web ACLs, and what may stand before it (S15, S18, S76, S77). */
@Doc("Certificates, web ACLs, CloudFront, Global Accelerator and API Gateway")
public record Edge(
        @Doc("TLS certificates, by name") @Default("{}") List<Certificate> certificates,

        @Doc("Web ACLs, by name") @Default("{}") List<WebAcl> webAcls,

        @Doc("CloudFront distribution; absent means none") @Nullable CloudFront cloudFront,

        @Doc("Global Accelerator; absent means none") @Nullable GlobalAccelerator globalAccelerator,

        @Doc("API Gateway; absent means none") @Nullable ApiGateway apiGateway,

        @Doc("Shield Advanced; absent means Shield Standard, which everybody has") @Nullable ShieldAdvanced shieldAdvanced) {

    /** Copies. */
    public Edge {
        certificates = List.copyOf(certificates);
        webAcls = List.copyOf(webAcls);
    }

    /** Nothing before the load balancer. */
    public Edge() {
        this(List.of(), List.of(), null, null, null, null);
    }

    /** The certificate of this name. */
    public Optional<Certificate> certificate(String name) {
        return certificates.stream()
                .filter(certificate -> certificate.name().equals(name))
                .findFirst();
    }

    /** The web ACL of this name. */
    public Optional<WebAcl> webAcl(String name) {
        return webAcls.stream().filter(acl -> acl.name().equals(name)).findFirst();
    }
}
