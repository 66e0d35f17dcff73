package dev.windtunnel.simulator.report.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.rule.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    private static String print(Check.Outcome outcome, boolean ansi) {
        return String.join("\n", FindingsText.lines(outcome, ExampleOutcome.RULES, ansi)) + "\n";
    }

    @Test
    void goesThroughEachFileAndSaysOnceWhatTwoEnvironmentsInherit() {
        assertEquals("""
                cost.yaml
                  file  advice   R-CST-01  found nothing

                my files/ümläut.yaml
                  31:9    warning  R-K8S-15  expected more than 1s for a workload that may use all of its CPU, which the
                                             busiest minute does, found 1s
                                             environments.prod.workloads.backend.probes.liveness.timeout
                                             environments.stage.workloads.backend.probes.liveness.timeout
                  229:12  error    R-NET-05  expected a NAT gateway in each of the 3 zones, found 1
                                             environments.prod.vpc.nat

                Why, and what to change
                  R-CST-01  a commitment is paid whether it is used or not (S64; document)
                            -> write stableFor: 30d
                  R-K8S-15  a probe that is too strict restarts what is only busy (S33, S19; APP-13)
                            -> write a timeout above 1s
                  R-NET-05  a NAT gateway is lost with its zone, and with it the egress of every subnet that is routed through
                            it (S13; NAT-01, NAT-02)
                            -> write vpc.nat: per-zone

                Accepted by the design
                  R-NET-05  my files/ümläut.yaml:22:5: expected a NAT gateway in each of the 3 zones, found 1
                            because stage may lose its egress

                note: nothing is found any more that 'suppress' of R-NET-05 at environments.dev accepts; it can go
                note: 'suppress' names R-NET-55, and there is no such rule
                1 error, 2 warnings, 1 advice, 1 accepted; 3 rules asked.
                """, print(ExampleOutcome.outcome(), false));
    }

    @Test
    void saysInOneLineThatNothingWasFound() {
        assertEquals(
                "0 errors, 0 warnings, 0 advice, 0 accepted; 3 rules asked.\n", print(ExampleOutcome.nothing(), false));
    }

    @Test
    void colorsOnlyWhatIsAskedToBe() {
        String plain = print(ExampleOutcome.outcome(), false);
        String colored = print(ExampleOutcome.outcome(), true);

        assertFalse(plain.contains("\u001b"), plain);
        assertTrue(colored.contains("\u001b[1;31merror  \u001b[0m  R-NET-05"), colored);
        assertEquals(plain, colored.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void listsRulesWithReasonAndRemedy() {
        List<String> lines = RulesText.lines(List.of(ExampleOutcome.PROBE), false);

        assertEquals(
                List.of(
                        "R-K8S-15  warning  a probe that is too strict restarts what is only busy (S33, S19; APP-13)",
                        "                   -> write a timeout above 1s",
                        "1 rule."),
                lines);
    }
}
