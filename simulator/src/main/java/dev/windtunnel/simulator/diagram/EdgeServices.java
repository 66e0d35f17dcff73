package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.AliasTarget;
import dev.windtunnel.model.edge.ApiGateway;
import dev.windtunnel.model.edge.Certificate;
import dev.windtunnel.model.edge.CloudFront;
import dev.windtunnel.model.edge.GlobalAccelerator;
import dev.windtunnel.model.edge.Listener;
import dev.windtunnel.model.edge.Origin;
import dev.windtunnel.model.edge.WebAcl;
import dev.windtunnel.model.resilience.Recovery;
import dev.windtunnel.model.resilience.RecoveryRegion;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.EdgeKind;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands between users and a load balancer: CDN, accelerator, API gateway, web application firewall (S15, S18, S28, S77).
 *
 * <p>Ids: {@code cdn}, {@code accelerator}, {@code api-gateway}, {@code webacl.<name>}, {@code region.<name>}.
 */
final class EdgeServices {

    private final Environment environment;

    EdgeServices(Environment environment) {
        this.environment = environment;
    }

    /** Those that a request passes, from left to right. */
    List<Element> passed() {
        List<Element> passed = new ArrayList<>();
        CloudFront cdn = environment.edge().cloudFront();
        if (cdn != null) {
            passed.add(new Node(
                    "cdn",
                    NodeKind.CDN,
                    List.of(
                            "CloudFront",
                            EnvironmentParts.counted(cdn.behaviors().size(), "cache behavior"))));
        }
        if (environment.edge().globalAccelerator() != null) {
            passed.add(new Node(
                    "accelerator", NodeKind.ACCELERATOR, List.of("Global Accelerator", "two fixed addresses")));
        }
        ApiGateway gateway = environment.edge().apiGateway();
        if (gateway != null) {
            passed.add(new Node("api-gateway", NodeKind.API_GATEWAY, lines(gateway)));
        }
        return passed;
    }

    private static List<String> lines(ApiGateway gateway) {
        List<String> lines = new ArrayList<>(List.of("API Gateway"));
        String authorizer = gateway.authorizer() == ApiGateway.Authorizer.NONE
                ? "no authorizer"
                : gateway.authorizer().name() + " authorizer";
        lines.add(gateway.kind().name() + ", " + authorizer);
        lines.add("at most " + gateway.throttle().rate());
        return lines;
    }

    /** Web ACLs that something here uses. */
    List<Element> webAcls() {
        List<Element> nodes = new ArrayList<>();
        for (WebAcl acl : environment.edge().webAcls()) {
            if (protects(acl).isEmpty()) {
                continue;
            }
            List<String> lines = new ArrayList<>(List.of("WAF " + acl.name()));
            lines.add(EnvironmentParts.counted(acl.managedRuleGroups().size(), "managed group"));
            if (!acl.rateRules().isEmpty()) {
                lines.add(EnvironmentParts.counted(acl.rateRules().size(), "rate rule"));
            }
            nodes.add(new Node("webacl." + acl.name(), NodeKind.WEB_ACL, lines));
        }
        return nodes;
    }

    private List<String> protects(WebAcl acl) {
        List<String> ids = new ArrayList<>();
        CloudFront cdn = environment.edge().cloudFront();
        ApiGateway gateway = environment.edge().apiGateway();
        addIf(ids, "cdn", cdn == null ? null : cdn.webAcl(), acl);
        addIf(ids, "api-gateway", gateway == null ? null : gateway.webAcl(), acl);
        addIf(ids, "alb", environment.loadBalancer().exposure().webAcl(), acl);
        return ids;
    }

    private static void addIf(List<String> ids, String id, @Nullable String named, WebAcl acl) {
        if (acl.name().equals(named)) {
            ids.add(id);
        }
    }

    /** What says how the load balancer listens: certificate and redirect; nothing where no listener is written. */
    List<String> listenerLines() {
        List<String> lines = new ArrayList<>();
        for (Listener listener : environment.loadBalancer().exposure().listeners()) {
            for (String name : listener.certificates()) {
                environment.edge().certificate(name).map(EdgeServices::line).ifPresent(lines::add);
            }
            if (listener.redirectsToHttps()) {
                lines.add(listener.port() + " sent on to HTTPS");
            }
        }
        return lines;
    }

    private static String line(Certificate certificate) {
        String issuer = certificate.issuer() == Certificate.Issuer.IMPORTED ? "imported" : "ACM";
        return "certificate " + certificate.name() + " (" + issuer + ")";
    }

    /** From users to the load balancer. */
    List<Edge> edges(String protocol) {
        List<Edge> edges = new ArrayList<>();
        edges.add(solid("users", "dns", protocol));
        edges.add(solid("dns", entrance(), ""));
        addCdn(edges);
        GlobalAccelerator accelerator = environment.edge().globalAccelerator();
        if (accelerator != null) {
            edges.add(solid("accelerator", "alb", ""));
        }
        ApiGateway gateway = environment.edge().apiGateway();
        if (gateway != null) {
            if (!entrance().equals("api-gateway")) {
                String own = gateway.certificate();
                edges.add(solid("users", "api-gateway", own == null ? "own name" : own));
            }
            edges.add(solid("api-gateway", "alb", gateway.vpcLink() ? "VPC link" : ""));
        }
        String chooses = accelerator == null ? "dns" : "accelerator";
        otherRegions().forEach(region -> edges.add(new Edge(chooses, region.id(), EdgeKind.SOLID, "failover", false)));
        for (WebAcl acl : environment.edge().webAcls()) {
            protects(acl)
                    .forEach(id -> edges.add(new Edge("webacl." + acl.name(), id, EdgeKind.SOLID, "inspects", false)));
        }
        return edges;
    }

    private void addCdn(List<Edge> edges) {
        CloudFront cdn = environment.edge().cloudFront();
        if (cdn == null) {
            return;
        }
        for (Origin origin : cdn.origins()) {
            String bucket = origin.bucket();
            if (bucket != null) {
                edges.add(solid("cdn", "bucket." + bucket, "misses"));
            } else if (Boolean.TRUE.equals(origin.loadBalancer())) {
                edges.add(solid("cdn", "alb", "misses"));
            }
        }
    }

    /** Buckets that the CDN reads. */
    List<String> originBuckets() {
        CloudFront cdn = environment.edge().cloudFront();
        return cdn == null
                ? List.of()
                : cdn.origins().stream()
                        .filter(origin -> origin.bucket() != null)
                        .map(origin -> Objects.requireNonNull(origin.bucket()))
                        .toList();
    }

    /** Regions that serve, or could at once, beside the environment's own (S76). */
    List<Element> otherRegions() {
        List<Element> nodes = new ArrayList<>();
        Recovery recovery = environment.recovery();
        if (recovery != null && RecoveryRegions.isAlive(recovery.pattern())) {
            for (RecoveryRegion region : recovery.regions()) {
                nodes.add(new Node(
                        "region." + region.region(),
                        NodeKind.REGION,
                        List.of(region.region(), RecoveryRegions.words(recovery, region))));
            }
        }
        return nodes;
    }

    /** What the name leads to; the load balancer where the alias names something that is not there. */
    private String entrance() {
        AliasTarget alias = environment.dns().alias();
        return switch (alias) {
            case LOAD_BALANCER -> "alb";
            case CLOUDFRONT -> environment.edge().cloudFront() == null ? "alb" : "cdn";
            case GLOBAL_ACCELERATOR -> environment.edge().globalAccelerator() == null ? "alb" : "accelerator";
            case API_GATEWAY -> environment.edge().apiGateway() == null ? "alb" : "api-gateway";
        };
    }

    private static Edge solid(String from, String to, String label) {
        return new Edge(from, to, EdgeKind.SOLID, label, true);
    }
}
