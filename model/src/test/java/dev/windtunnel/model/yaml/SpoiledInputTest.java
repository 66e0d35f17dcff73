package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a scenario and its architecture, the answer is a list of placed problems and never a stack trace. */
final class SpoiledInputTest {

    private static final List<String> WORDS = List.of(
            "",
            "~",
            "[]",
            "{}",
            "-1",
            "0",
            "99999999999999999999",
            "a",
            "'",
            "[a, b]",
            "{ a: b }",
            "20:15",
            "10.0.0.0/33",
            "&x y",
            "*x",
            "<<",
            "-");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isAlwaysAnsweredWithPlacedProblems() {
        SplittableRandom random = new SplittableRandom(11);
        Draft fine = Draft.in(folder);
        int rejected = 0;
        for (int i = 0; i < 600; i++) {
            boolean isScenario = random.nextBoolean();
            String text = spoil(isScenario ? fine.scenario() : fine.architecture(), random);
            Draft spoiled = isScenario
                    ? new Draft(folder, text, fine.architecture(), List.of())
                    : new Draft(folder, fine.scenario(), text, List.of());

            List<Problem> problems = spoiled.problems();

            rejected += problems.isEmpty() ? 0 : 1;
            for (Problem problem : problems) {
                assertTrue(problem.position().file().endsWith(".yaml"), problem::print);
                assertTrue(!problem.message().isBlank(), problem::print);
            }
        }
        assertTrue(rejected > 300, "most spoiled inputs are rejected, found " + rejected);
    }

    /** Loses a line, doubles one, moves one, or puts a word where a value was. */
    private static String spoil(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int edit = random.nextInt(1, 3); edit > 0; edit--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), line);
                case 2 -> lines.set(at, " ".repeat(random.nextInt(6)) + line.strip());
                default -> {
                    int colon = line.lastIndexOf(':');
                    lines.set(at, line.substring(0, colon + 1) + " " + WORDS.get(random.nextInt(WORDS.size())));
                }
            }
        }
        return String.join("\n", lines);
    }
}
