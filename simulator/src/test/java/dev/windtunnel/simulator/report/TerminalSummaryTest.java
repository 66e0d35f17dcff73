package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.scenario.Objective;
import dev.windtunnel.model.scenario.Objective.Expectation;
import dev.windtunnel.model.scenario.Objective.View;
import dev.windtunnel.model.unit.Share;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TerminalSummaryTest {

    private static final ReportInput INPUT = ExampleDay.input();

    @Test
    void readsAsTheGoldenScreen() throws IOException {
        Golden.check("terminal.golden.txt", TerminalSummary.print(INPUT, "out/launch-day/report.html", false));
    }

    @Test
    void colorsOnlyWhenAsked() {
        String plain = TerminalSummary.print(INPUT, "r", false);
        String colored = TerminalSummary.print(INPUT, "r", true);

        assertFalse(plain.contains("\u001b"));
        assertTrue(colored.contains("\u001b[31m"));
        assertEquals(plain, colored.replaceAll("\u001b\\[\\d+m", ""));
    }

    @Test
    void fitsOnOneScreenHoweverLongTheInput() {
        String name = "a name that goes on ".repeat(60);
        List<Objective> objectives = IntStream.range(0, 30)
                .mapToObj(i -> new Objective(
                        name + i, new Share(0.99), Duration.ofMillis(i + 1), null, View.CLIENT, Expectation.MET))
                .toList();
        ReportInput nasty = Nasty.input(name);

        String screen = TerminalSummary.print(
                ExampleDay.input(nasty.result(), ExampleDay.scenario(objectives)), "report.html", false);

        List<String> lines = screen.lines().toList();
        assertTrue(lines.size() <= 40, () -> "found " + lines.size());
        lines.forEach(line -> assertTrue(line.length() <= 100, line));
        assertEquals("Report report.html", lines.getLast());
    }

    @Test
    void letsNoControlCharacterThrough() {
        String screen = TerminalSummary.print(Nasty.input("x\u001b[2Jy\nz"), "r", false);

        assertFalse(screen.contains("\u001b"));
        assertFalse(screen.contains("y\nz"));
    }
}
