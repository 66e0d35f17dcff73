package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.result.RunResult;
import dev.windtunnel.simulator.result.Series;
import dev.windtunnel.simulator.verdict.Harm;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class HtmlReportTest {

    private static final ReportInput INPUT = ExampleDay.input();
    private static final String PAGE = HtmlReport.write(INPUT);

    @Test
    void staysBelowTwoMegabytes() {
        assertTrue(PAGE.getBytes(StandardCharsets.UTF_8).length < 2_000_000);
    }

    @Test
    void asksForNothingFromOutside() {
        String withoutNamespaces = PAGE.replace("http://www.w3.org/2000/svg", "");

        for (String outside : List.of("http:", "https:", "src=", "url(", "@import", "<link", "<script")) {
            assertFalse(withoutNamespaces.contains(outside), outside);
        }
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(PAGE, HtmlReport.write(ExampleDay.input()));
    }

    @Test
    void holdsNoPathOfTheInput() {
        assertTrue(PAGE.contains("replay of launch.csv.gz"));
        assertFalse(PAGE.contains("../"));
    }

    @Test
    void closesAllThatItOpens() throws Exception {
        // With its void elements closed the page is XML, and a strict parser finds each tag that is not closed.
        String xml = PAGE.replaceAll("(<meta [^>]*)>", "$1/>").replace("<!DOCTYPE html>", "");

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

        assertEquals("html", document.getDocumentElement().getTagName());
    }

    @Test
    void givesEachIdOnce() {
        List<String> ids = all(" id=\"([^\"]+)\"");

        Set<String> different = new HashSet<>(ids);

        assertEquals(different.size(), ids.size());
    }

    @Test
    void linksToSectionsThatExist() {
        List<String> links = all("href=\"#([^\"]+)\"");

        assertTrue(links.size() > 8);
        links.forEach(link -> assertTrue(PAGE.contains("id=\"" + link + "\""), link));
    }

    @Nested
    class EveryChart {

        private final List<String> charts =
                all("(?s)(<svg class=\"chart\".*?</svg>\\s*(?:<line|<text|</svg>).*?</figure>)");

        @Test
        void showsTheFaultAsALabeledBand() {
            assertTrue(charts.size() > 20, () -> "found " + charts.size());
            for (String chart : charts) {
                assertEquals(1, count(chart, "class=\"band\""), chart.substring(0, 200));
                assertEquals(1, count(chart, ">zone a lost</text>"), chart.substring(0, 200));
            }
        }

        @Test
        void hasTitleAndDescription() {
            for (String chart : charts) {
                assertEquals(1, count(chart, "<title "));
                assertEquals(1, count(chart, "<desc "));
            }
        }
    }

    @Test
    void drawsNoChartOfWhatNeverHappened() {
        RunResult day = INPUT.result();
        List<Series> idle = day.series().stream()
                .map(series -> series.metric().equals("queue.length")
                        ? new Series(
                                series.metric(),
                                series.unit(),
                                series.labels(),
                                Collections.nCopies(series.values().size(), 0.0))
                        : series)
                .toList();
        RunResult quiet = new RunResult(
                day.provenance(),
                day.axis(),
                day.endpoints(),
                day.minutes(),
                idle,
                day.faults(),
                day.journal(),
                day.ledger(),
                day.engine());

        String page = HtmlReport.write(ExampleDay.input(quiet, ExampleDay.scenario()));

        assertTrue(PAGE.contains("Requests waiting for a worker"));
        assertFalse(page.contains("Requests waiting for a worker"));
    }

    @Test
    void showsCausesThatAddUpToTheTotals() {
        Harm harm = INPUT.verdict().harm();
        String table = first("(?s)<caption>Why requests failed.*?<tbody>(.*?)</tbody>");
        long failed = 0;
        long slow = 0;
        long hurt = 0;
        List<MatchResult> rows = Pattern.compile(
                        "(?s)<tr( class=\"total\")?>\\s*<th[^>]*>[^<]*</th>\\s*<td[^>]*>([\\d,]+)</td>"
                                + "\\s*<td[^>]*>([\\d,]+)</td>\\s*<td[^>]*>([\\d,]+)</td>")
                .matcher(table)
                .results()
                .toList();
        for (MatchResult row : rows.subList(0, rows.size() - 1)) {
            failed += number(row.group(2));
            slow += number(row.group(3));
            hurt += number(row.group(4));
        }

        MatchResult total = rows.getLast();

        assertEquals(" class=\"total\"", total.group(1));
        assertEquals(harm.failed(), failed);
        assertEquals(harm.slow(), slow);
        assertEquals(
                List.of(failed, slow, hurt),
                List.of(number(total.group(2)), number(total.group(3)), number(total.group(4))));
    }

    @Test
    void escapesNamesFromTheInput() {
        String nasty = "<script>alert(\"x\")</script>&'";

        String page = HtmlReport.write(Nasty.input(nasty));

        assertFalse(page.contains("<script"));
        assertFalse(page.contains("alert(\""));
        assertTrue(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"));
    }

    @Test
    void tellsARunWithoutTrafficFaultsAndObjectives() {
        RunResult day = ExampleDay.result();
        RunResult empty = new RunResult(
                day.provenance(),
                day.axis(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                day.ledger(),
                day.engine());

        String page = HtmlReport.write(ExampleDay.input(empty, ExampleDay.scenario(List.of())));

        assertTrue(page.contains("No objective was asked for"));
        assertFalse(page.contains("NaN"));
    }

    private static String first(String pattern) {
        return all(pattern).getFirst();
    }

    private static List<String> all(String pattern) {
        List<String> found = new ArrayList<>();
        Pattern.compile(pattern).matcher(PAGE).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static long number(String grouped) {
        return Long.parseLong(grouped.replace(",", ""));
    }
}
