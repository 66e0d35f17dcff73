package dev.windtunnel.simulator.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that cannot be read fails alone, with the place and what was expected; a folder of nothing else is refused. */
class BadCasesTest {

    private static final String GOOD = """
            {
             "id": "q",
             "family": "M/M/1",
             "model": {
              "arrivals": {"process": "poisson", "rate_per_s": 50.0},
              "stations": [
               {"name": "s", "servers": 1, "discipline": "FCFS",
                "service": {"dist": "exponential", "mean_s": 0.01}}
              ]
             },
             "expected": [
              {"metric": "mean_wait_s", "value": 0.01, "tolerance_rel": 0.01}
             ],
             "run": {"kind": "see notes"}
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void understandsTheCaseAsItStands() throws IOException {
        Files.writeString(folder.resolve("q.json"), GOOD);
        assertEquals(1, Verification.read(folder).size());
    }

    @Test
    void failsOneCaseThatStatesTheImpossibleAndRunsTheOthers() throws IOException {
        Files.writeString(folder.resolve("broken.json"), GOOD.replace("\"mean_s\": 0.01", "\"mean_s\": -1"));

        List<CaseOutcome> outcomes =
                Verification.read(folder).run(new Verification.Settings(1, 0.01, 1), _ -> {}, () -> false);

        assertEquals(2, outcomes.size());
        assertEquals(Verdict.FAILED, outcomes.getFirst().verdict());
        assertTrue(
                outcomes.getFirst().line().contains("broken.json:"),
                outcomes.getFirst().line());
    }

    private String problem(String found, String instead) throws IOException {
        assertTrue(GOOD.contains(found), found);
        Files.writeString(folder.resolve("q.json"), GOOD.replace(found, instead));
        InputRejected rejected = assertThrows(InputRejected.class, () -> Verification.read(folder));
        return rejected.problems().getFirst().print();
    }

    private static void assertSays(String printed, String place, String sentence) {
        assertTrue(printed.contains("q.json:" + place + ": error: ") && printed.contains(sentence), printed);
    }

    @Test
    void namesAMissingField() throws IOException {
        String printed = problem("\"servers\": 1, ", "");

        assertSays(printed, "7:4", "'servers' is missing (at model.stations[0])");
    }

    @Test
    void doesNotGuessWhatAToleranceMeans() throws IOException {
        String printed = problem("\"tolerance_rel\": 0.01", "\"tolerance\": \"about right\"");

        assertSays(printed, "12:57", "'reference-only'");
    }

    @Test
    void wantsNumbersWhereNumbersBelong() throws IOException {
        assertSays(
                problem("\"rate_per_s\": 50.0", "\"rate_per_s\": \"fast\""), "5:52", "expected a number, found 'fast'");
        assertSays(problem("\"rate_per_s\": 50.0", "\"rate_per_s\": -1"), "5:52", "expected a number above 0");
        assertSays(problem("\"servers\": 1", "\"servers\": 1.5"), "7:29", "expected a whole number from 0 on");
        assertSays(problem("\"value\": 0.01", "\"value\": 1e999"), "12:38", "expected a number");
    }

    @Test
    void failsAFileThatIsNoCaseAlone() throws IOException {
        Files.writeString(folder.resolve("list.json"), "[1, 2, 3]");

        List<CaseOutcome> outcomes =
                Verification.read(folder).run(new Verification.Settings(1, 0.01, 1), _ -> {}, () -> false);

        assertEquals(
                List.of(Verdict.FAILED, Verdict.PASSED),
                outcomes.stream().map(CaseOutcome::verdict).toList());
    }

    @Test
    void saysWhereTheTextStopsBeingJson() throws IOException {
        assertSays(problem("\"family\": \"M/M/1\",", "\"family\": \"M/M/1\""), "4:2", "not valid JSON");
        assertSays(problem("\"id\": \"q\",", "\"id\": \"q\", \"id\": \"r\","), "2:17", "Duplicate field 'id'");
        assertSays(problem("\"run\": {\"kind\": \"see notes\"}\n}", "\"run\": {}}\n[]"), "15:1", "found a second one");
    }

    @Test
    void readsRoutingOnlyIfItLeadsSomewhere() throws IOException {
        String routed = "\"arrivals\": {";

        assertSays(problem(routed, "\"routing\": \"s -> cellar\", " + routed), "5:14", "'cellar', which is no station");
        assertSays(problem(routed, "\"routing\": \"s\", " + routed), "5:14", "expected steps such as 'a -> b .5'");
    }

    @Test
    void refusesAFolderWithoutCases() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        InputRejected none = assertThrows(InputRejected.class, () -> Verification.read(empty));
        InputRejected missing = assertThrows(InputRejected.class, () -> Verification.read(folder.resolve("nowhere")));
        InputRejected file = assertThrows(InputRejected.class, () -> Verification.read(folder.resolve("q.json")));

        assertTrue(
                none.problems().getFirst().print().contains("no file below it that ends in .json"),
                none.problems().getFirst().print());
        assertTrue(
                missing.problems().getFirst().print().contains("there is no folder"),
                missing.problems().getFirst().print());
        assertTrue(
                file.problems().getFirst().print().contains("expected a folder of cases"),
                file.problems().getFirst().print());
    }

    @Test
    void tellsTheProblemsOfAllFilesAtOnceIfNoneCanBeRead() throws IOException {
        Files.delete(folder.resolve("q.json"));
        Files.writeString(folder.resolve("a.json"), "{");
        Files.writeString(folder.resolve("b.json"), "");

        InputRejected rejected = assertThrows(InputRejected.class, () -> Verification.read(folder));

        assertEquals(2, rejected.problems().size());
    }
}
