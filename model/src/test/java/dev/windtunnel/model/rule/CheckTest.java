package dev.windtunnel.model.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.rule.book.DesignRules;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static DesignRule rule(String id) {
        return DesignRules.all().stream()
                .filter(rule -> rule.facts().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Designs singleNatInProd() {
        return Designs.shipped().after("  prod:\n    account: prod", "nat: per-zone", "nat: single");
    }

    @Test
    void standsAtTheLineThatItIsAbout() {
        Check.Outcome outcome = singleNatInProd().outcome(rule("R-NET-05"));

        Finding finding = outcome.findings().getFirst();
        assertEquals("environments.prod.vpc.nat", finding.path());
        assertEquals("expected a NAT gateway in each of the 3 zones, found 1", finding.message());
        assertTrue(
                finding.position().line() > 100 && finding.position().column() > 1,
                finding.position().toString());
        assertTrue(outcome.fails(Severity.ERROR));
    }

    @Test
    void keepsWhatTheDesignAcceptsAndItsReason() {
        Check.Outcome outcome = singleNatInProd()
                .acceptingOnly("rule: R-NET-05, at: environments.prod, because: it is a drill")
                .outcome(rule("R-NET-05"));

        assertEquals("it is a drill", outcome.findings().getFirst().accepted());
        assertEquals(List.of(), outcome.open());
        assertFalse(outcome.fails(Severity.ADVICE));
        assertEquals(List.of(), outcome.unused());
    }

    @Test
    void acceptsNothingElsewhere() {
        Check.Outcome outcome = singleNatInProd()
                .acceptingOnly("rule: R-NET-05, at: environments.pro, because: it is a drill")
                .outcome(rule("R-NET-05"));

        assertEquals(1, outcome.open().size());
        assertEquals("environments.pro", outcome.unused().getFirst().at());
    }

    @Test
    void wantsAReason() {
        Designs silent = Designs.shipped().acceptingOnly("rule: R-NET-05, because: ' '");

        assertThrows(InputRejected.class, silent::read);
    }

    @Test
    void asksEachRuleUnderAnIdOfItsOwn() {
        List<String> ids =
                DesignRules.all().stream().map(rule -> rule.facts().id()).toList();

        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.stream().sorted().toList(), ids);
    }
}
