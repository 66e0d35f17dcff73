package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.YamlNode.Mapping;
import dev.windtunnel.model.yaml.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class YamlParserTest {

    private static List<String> problems(byte[] bytes) {
        Problems problems = new Problems();
        try {
            YamlParser.parse(SourceText.decode("f.yaml", bytes), problems);
            problems.throwIfAny();
            return List.of();
        } catch (InputRejected rejected) {
            return rejected.problems().stream()
                    .map(problem -> problem.print().lines().findFirst().orElse(""))
                    .toList();
        }
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mapping mapping(String text) {
        Problems problems = new Problems();
        Optional<YamlNode> node = YamlParser.parse(new SourceText("f.yaml", text), problems);
        problems.throwIfAny();
        return (Mapping) node.orElseThrow();
    }

    private static Scalar scalar(String text, String key) {
        return assertInstanceOf(
                Scalar.class, mapping(text).entry(key).orElseThrow().value());
    }

    @Nested
    final class WhenTheTextIsFine {

        @Test
        void placesEveryKeyAndValue() {
            Mapping root = mapping("a: 1\nbb:\n  - x\n  -   y\n");

            var list = assertInstanceOf(
                    YamlNode.Sequence.class, root.entry("bb").orElseThrow().value());
            assertEquals(new Position("f.yaml", 2, 1), root.entries().get(1).keyPosition());
            assertEquals(
                    new Position("f.yaml", 1, 4),
                    root.entries().getFirst().value().position());
            assertEquals(new Position("f.yaml", 4, 7), list.elements().get(1).position());
        }

        @Test
        void keepsRawText() {
            for (String raw :
                    List.of("20:15", "010", "0x1F", "1_000", "no", "1e3", ".5", "2026-11-27", "+6h15m", "99.9%")) {
                assertEquals(raw, scalar("k: " + raw, "k").text());
                assertEquals(raw, scalar("{ k: " + raw + " }", "k").text());
            }
        }

        @Test
        void knowsQuotesBehindAnchors() {
            assertTrue(scalar("k: 'x'", "k").quoted());
            assertTrue(scalar("k: &a \"x\"", "k").quoted());
            assertTrue(scalar("k: |\n  x\n", "k").quoted());
            assertTrue(!scalar("k: x", "k").quoted());
        }

        @Test
        void skipsAByteOrderMark() {
            assertEquals(List.of(), problems("\uFEFFa: 1"));
        }

        @Test
        void joinsNothingThatIsQuotedOrClosed() {
            assertEquals(List.of("a", "cv 1)"), mapping("{ a: \"(x\", cv 1) }").keys());
            assertEquals(List.of("a", "b"), mapping("{ a: f(x), b }").keys());
        }
    }

    @Nested
    final class WhenItIsNot {

        @Test
        void placesSyntaxErrors() {
            assertEquals(
                    "f.yaml:2:3: error: not valid YAML: mapping values are not allowed here; a value that contains ': ' stands in"
                            + " quotes; or the line is indented too far",
                    problems("a: 1\n b: 2").getFirst());
            assertTrue(
                    problems("a: [1, 2\nb: 3").getFirst().startsWith("f.yaml:2:"),
                    problems("a: [1, 2\nb: 3")::toString);
            assertTrue(problems("a: 'x").getFirst().startsWith("f.yaml:1:"), problems("a: 'x")::toString);
        }

        @Test
        void explainsTabs() {
            String printed = problems("a:\n\tb: 1\n").getFirst();

            assertTrue(printed.startsWith("f.yaml:2:1: error: "), printed);
            assertTrue(printed.endsWith("YAML is indented with spaces, not with tabs"), printed);
        }

        @Test
        void refusesEmptyFiles() {
            for (String empty : List.of("", "\n\n", "# only a comment\n", "---\n", "~")) {
                assertEquals(List.of("f.yaml: error: the file is empty"), problems(empty));
            }
        }

        @Test
        void refusesASecondDocument() {
            assertEquals(
                    List.of("f.yaml:3:1: error: a file holds one document, found a second one"),
                    problems("a: 1\n---\nb: 2\n"));
        }

        @Test
        void refusesBinaryFiles() {
            assertEquals(
                    List.of("f.yaml:2:2: error: expected a YAML text, found the control character U+0000"),
                    problems(new byte[] {'a', '\n', 'b', 0, 1}));
            assertTrue(problems(new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0})
                    .getFirst()
                    .startsWith("f.yaml:1:2: error: expected a YAML text, found bytes that are not UTF-8"));
        }

        @Test
        void refusesFilesOfMoreThanTwoMebibytes() {
            assertEquals(
                    List.of("f.yaml: error: a YAML file has at most 2 MiB, found 2097153 bytes"),
                    problems("a".repeat(2 * 1024 * 1024 + 1)));
        }

        @Test
        void refusesDeepNesting() {
            assertEquals(List.of(), problems("[".repeat(60) + "]".repeat(60)));
            assertEquals(
                    List.of("f.yaml:1:66: error: nested deeper than 64 levels"),
                    problems("[".repeat(500) + "]".repeat(500)));
        }

        @Test
        void refusesAliasBombs() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 20; i++) {
                String earlier = "*a" + (i - 1);
                bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, earlier))
                        + "]\n");
            }

            List<String> problems = problems(bomb.toString());

            assertEquals(1, problems.size());
            assertTrue(
                    problems.getFirst().contains("more than 200000 values after its aliases are expanded"),
                    problems::toString);
        }

        @Test
        void refusesAliasesWithoutAnchorAndTags() {
            assertEquals(
                    List.of("f.yaml:1:4: error: alias *x stands before its anchor &x, or inside it"),
                    problems("a: *x"));
            assertEquals(
                    List.of("f.yaml:1:4: error: alias *x stands before its anchor &x, or inside it"
                            .replace("1:4", "1:8")),
                    problems("a: &x [*x]"));
            assertTrue(problems("a: !!java.net.URL [x]").getFirst().contains("are not understood"));
        }

        @Test
        void neverFailsOtherwiseThanWithAPlacedProblem() {
            String text =
                    "a: &x { b: 20:15, c: [1, 'two', \"three\"] }\nd: |\n  text\n<<: *x\ne: lognormal(a 1, b 2)\n? f\n: g\n";
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < 20_000; i++) {
                StringBuilder spoiled = new StringBuilder(text);
                for (int edit = random.nextInt(1, 6); edit > 0; edit--) {
                    int at = random.nextInt(spoiled.length());
                    String alphabet = "\t\n {}[]:,-?*&!|>'\"%@`#~<(x)é\u2028";
                    char c = alphabet.charAt(random.nextInt(alphabet.length()));
                    if (random.nextBoolean()) {
                        spoiled.setCharAt(at, c);
                    } else {
                        spoiled.insert(at, c);
                    }
                }
                for (String problem : problems(spoiled.toString())) {
                    assertTrue(problem.startsWith("f.yaml:") && problem.contains("error: "), problem);
                }
            }
        }
    }

    @Test
    void quotesTheLineOfAProblem() {
        Problems problems = new Problems();
        YamlParser.parse(new SourceText("f.yaml", "a: 1\na: 2\n"), problems);

        InputRejected rejected = assertThrows(InputRejected.class, problems::throwIfAny);

        Problem only = rejected.problems().getFirst();
        assertEquals("a: 2", only.sourceLine());
        assertEquals(new Position("f.yaml", 2, 1), only.position());
    }
}
