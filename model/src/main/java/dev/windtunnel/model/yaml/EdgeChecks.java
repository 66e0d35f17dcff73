package dev.windtunnel.model.yaml;

import java.util.List;

/** What must hold between the edge, what it names, and the plan for another region. */
final class EdgeChecks {

    private final Place root;
    private final KnownNames known;
    private final Problems problems;
    private final DeclaredNames names;

    private EdgeChecks(Place root, KnownNames known, Problems problems) {
        this.root = root;
        this.known = known;
        this.problems = problems;
        names = new DeclaredNames(problems);
    }

    static void check(Place root, KnownNames known, Problems problems) {
        EdgeChecks checks = new EdgeChecks(root, known, problems);
        for (Place environment : root.at("environments").children()) {
            checks.loadBalancer(environment);
            checks.beforeTheLoadBalancer(environment.at("edge"));
            checks.dns(environment);
            checks.recovery(environment);
        }
    }

    private void loadBalancer(Place environment) {
        Place balancer = environment.at("loadBalancer");
        Place vpc = environment.at("vpc");
        names.areAll(balancer.at("zones"), vpc.at("zones").names(), "zone", "zones");
        names.areAll(balancer.at("subnets"), NetworkChecks.subnetWords(vpc), "subnet", "subnets");
        names.areAll(balancer.at("securityGroups"), NetworkChecks.groups(vpc), "security group", "vpc.securityGroups");
        isAWebAcl(balancer.at("webAcl"), environment.at("edge"), "regional");
        isABucket(balancer.at("accessLogs").at("bucket"));
        for (Place listener : balancer.at("listeners").children()) {
            names.areAll(
                    listener.at("certificates"),
                    environment.at("edge").at("certificates").names(),
                    "certificate",
                    "edge.certificates");
        }
    }

    private void beforeTheLoadBalancer(Place edge) {
        for (Place certificate : edge.at("certificates").children()) {
            isARegion(certificate.at("region"));
        }
        Place distribution = edge.at("cloudFront");
        isACertificate(distribution.at("certificate"), edge);
        isAWebAcl(distribution.at("webAcl"), edge, "cloudfront");
        isABucket(distribution.at("logs"));
        List<String> origins = distribution.at("origins").names();
        distribution.at("origins").children().forEach(origin -> isABucket(origin.at("bucket")));
        for (Place behavior : distribution.at("behaviors").children()) {
            names.isOne(behavior.at("origin"), origins, "origin", "edge.cloudFront.origins");
        }
        Place accelerator = edge.at("globalAccelerator");
        names.nameAll(accelerator.at("endpointGroups"), known.regions(), "region", "regions");
        Place api = edge.at("apiGateway");
        isAWebAcl(api.at("webAcl"), edge, "regional");
        isACertificate(api.at("certificate"), edge);
    }

    private void dns(Place environment) {
        Place dns = environment.at("dns");
        leadsToWhatIsThere(dns.at("alias"), environment.at("edge"));
        isAHealthCheck(dns.at("healthCheck"), dns);
        isARegion(dns.at("routing").at("region"));
        for (Place each : dns.at("records").children()) {
            leadsToWhatIsThere(each.at("alias"), environment.at("edge"));
            isAHealthCheck(each.at("healthCheck"), dns);
            isARegion(each.at("routing").at("region"));
            isARegion(each.at("region"));
        }
    }

    private void leadsToWhatIsThere(Place alias, Place edge) {
        String key =
                switch (alias.text().orElse("")) {
                    case "cloudfront" -> "cloudFront";
                    case "global-accelerator" -> "globalAccelerator";
                    case "api-gateway" -> "apiGateway";
                    default -> "";
                };
        if (!key.isEmpty() && edge.at(key).node() == null) {
            problems.add(
                    alias.position(),
                    alias.path(),
                    "an alias of '" + alias.text().orElse("") + "' leads nowhere",
                    "add it below 'edge." + key + "'");
        }
    }

    private void recovery(Place environment) {
        Place recovery = environment.at("recovery");
        Place regions = recovery.at("regions");
        names.nameAll(regions, known.regions(), "region", "regions");
        for (Place region : regions.children()) {
            if (root.at("region").text().filter(region.name()::equals).isPresent()) {
                problems.add(
                        region.position(),
                        region.path(),
                        "'" + region.name() + "' is the region that would be lost",
                        "name another one");
            }
        }
        isAHealthCheck(recovery.at("traffic").at("healthCheck"), environment.at("dns"));
        List<String> runbooks = root.at("operations").at("runbooks").names();
        for (String drill : List.of("restoreDrill", "failoverDrill")) {
            names.isOne(recovery.at(drill).at("runbook"), runbooks, "runbook", "operations.runbooks");
        }
    }

    private void isAWebAcl(Place named, Place edge, String scope) {
        names.isOne(named, edge.at("webAcls").names(), "web ACL", "edge.webAcls");
        String found = named.text()
                .map(name -> edge.at("webAcls").at(name))
                .filter(acl -> acl.node() != null)
                .map(acl -> acl.at("scope").text().orElse("regional"))
                .orElse(scope);
        if (!found.equals(scope)) {
            problems.add(
                    named.position(),
                    named.path(),
                    "web ACL '" + named.text().orElse("") + "' is of scope " + found + ", here stands one of scope "
                            + scope);
        }
    }

    private void isACertificate(Place named, Place edge) {
        names.isOne(named, edge.at("certificates").names(), "certificate", "edge.certificates");
    }

    private void isAHealthCheck(Place named, Place dns) {
        names.isOne(named, dns.at("healthChecks").names(), "health check", "dns.healthChecks");
    }

    private void isABucket(Place named) {
        names.isOne(named, root.at("buckets").names(), "bucket", "buckets");
    }

    private void isARegion(Place named) {
        names.isOne(named, known.regions(), "region", "regions");
    }
}
