package dev.windtunnel.model.rule;

import static dev.windtunnel.model.rule.Designs.shipped;
import static dev.windtunnel.model.rule.Judged.dev;
import static dev.windtunnel.model.rule.Judged.lines;
import static dev.windtunnel.model.rule.Judged.prod;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings point at the line that somebody would change. */
class PositionsTest {

    @Test
    void isTheRuleOfTheGroup() {
        String rule = "- { cidr: 0.0.0.0/0, port: 22 }";
        Designs design = prod(
                "            - { group: nodes, protocol: all, description",
                "            " + rule + "\n            - { group: nodes, protocol: all, description");

        assertEquals(List.of(rule, rule, rule), lines("R-NET-12", design));
    }

    @Test
    void isTheAccountThatLacksSomething() {
        Designs design = shipped().after("    dev:\n      purpose", "      budget: *budget\n", "");

        assertEquals(List.of("dev:"), lines("R-ACC-06", design));
    }

    @Test
    void isTheBlockThatIsTooSmall() {
        Designs design = dev("private: 10.10.32.0/19", "private: 10.10.32.0/27");

        assertEquals(
                List.of("a: { public: 10.10.0.0/24, private: 10.10.32.0/27, isolated: 10.10.8.0/24 }"),
                lines("R-NET-09", design));
    }

    @Test
    void isTheLoadBalancerWhoseListenersAreNotSaid() {
        Designs design = dev("loadBalancer: {", "loadBalancer: { listeners: [],");

        assertEquals(
                List.of("loadBalancer: { listeners: [], accessLogs: { prefix: alb/dev } }"), lines("R-EDG-01", design));
    }

    @Test
    void isTheCopyWithoutAKey() {
        Designs design = prod(", key: data-us-west-2 }", " }");

        assertEquals(List.of("us-west-2: { method: automated-backups, retention: 14d }"), lines("R-DB-08", design));
    }
}
