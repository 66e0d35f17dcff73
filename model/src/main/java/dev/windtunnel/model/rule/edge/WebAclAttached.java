package dev.windtunnel.model.rule.edge;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.edge.Exposure;
import dev.windtunnel.model.edge.ManagedRuleGroup;
import dev.windtunnel.model.edge.WebAcl;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Severity;
import java.util.List;

/** A web ACL that blocks something stands before each public load balancer, and somebody decided what its failure means. */
final class WebAclAttached implements DesignRule {

    private static final RuleFacts FACTS = new RuleFacts(
            "R-EDG-02",
            Severity.ERROR,
            "known attacks are best turned away before the application; and while WAF is away all requests fail or all pass",
            List.of("S18"),
            "ALB-24, WAF-07",
            "name loadBalancer.webAcl and say loadBalancer.wafFailOpen: true or false");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : design.environments()) {
            Exposure exposure = environment.loadBalancer().exposure();
            String attached = exposure.webAcl();
            if (exposure.scheme() != Exposure.Scheme.INTERNET_FACING) {
                continue;
            }
            if (attached == null) {
                findings.at(
                        Design.path(environment, "loadBalancer.webAcl"),
                        "expected a web ACL before the public load balancer of " + environment.name() + ", found none");
                continue;
            }
            if (exposure.wafFailOpen() == null) {
                findings.at(
                        Design.path(environment, "loadBalancer.wafFailOpen"),
                        "expected a word on what happens while WAF cannot be asked, found none; the service answers 500 then");
            }
            environment
                    .edge()
                    .webAcl(attached)
                    .filter(acl -> !blocksSomething(acl))
                    .ifPresent(acl -> findings.at(
                            Design.path(environment, "edge.webAcls." + acl.name()),
                            acl.name() + " lets everything pass, expected a rule that blocks"));
        }
    }

    private static boolean blocksSomething(WebAcl acl) {
        return acl.defaultAction() == WebAcl.DefaultAction.BLOCK
                || !acl.blockedCountries().isEmpty()
                || !acl.rateRules().isEmpty()
                || acl.managedRuleGroups().stream().anyMatch(group -> group.action() == ManagedRuleGroup.Action.BLOCK);
    }
}
