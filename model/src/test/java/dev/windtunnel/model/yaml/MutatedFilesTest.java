package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever stands in a shipped file: it is read, or refused with placed problems, within ten seconds of one CPU and the
 * gibibyte that this JVM has. The timeout is for what would never end.
 */
@Timeout(60)
final class MutatedFilesTest {

    private static final int EACH = 25;
    private static final long BOUND_NANOS = 10_000_000_000L;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final KnownNames KNOWN = KnownNames.of(Catalog.embedded());

    @TempDir
    private Path folder = Path.of("");

    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void copiesTheShippedFiles() throws IOException {
        Path shipped = Path.of("..", "scenarios", "innovate-inc");
        try (Stream<Path> found = Files.list(shipped)) {
            for (Path file : found.sorted().toList()) {
                String text = Files.readString(file);
                // Traces are other tests' business, and take time to read.
                if (!text.contains("trace:")) {
                    files.add(Files.writeString(folder.resolve(file.getFileName()), text));
                }
            }
        }
    }

    private static boolean isArchitecture(Path file) {
        return file.toString().endsWith("architecture.yaml");
    }

    /** What is said of the file, in time; nothing if it is fine. */
    private static List<Problem> problems(Path file) {
        long before = CPU.getCurrentThreadCpuTime();
        List<Problem> problems = judged(file);
        long nanos = CPU.getCurrentThreadCpuTime() - before;
        assertTrue(nanos < BOUND_NANOS, () -> file + " took " + nanos + " ns of CPU");
        return problems;
    }

    private static List<Problem> judged(Path file) {
        try {
            if (isArchitecture(file)) {
                ArchitectureReader.read(file, KNOWN);
            } else {
                ScenarioReader.read(file, List.of(), KNOWN);
            }
            return List.of();
        } catch (InputRejected rejected) {
            assertFalse(rejected.problems().isEmpty());
            rejected.problems().forEach(problem -> {
                assertTrue(problem.position().file().endsWith(".yaml"), problem::print);
                assertFalse(problem.message().isBlank(), problem::print);
                assertTrue(problem.print().length() < 20_000, () -> "long: " + problem.print());
            });
            return rejected.problems();
        }
    }

    private static List<Problem> problemsOf(Path file, byte[] bytes) {
        try {
            byte[] before = Files.readAllBytes(file);
            Files.write(file, bytes);
            List<Problem> problems = problems(file);
            Files.write(file, before);
            return problems;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void areReadOrRefusedWithPlaces(Mutation mutation) throws IOException {
        SplittableRandom random = new SplittableRandom(mutation.name().hashCode());
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] mutated = mutation.of(Files.readString(file), random);
            try {
                refused += problemsOf(file, mutated).isEmpty() ? 0 : 1;
            } catch (RuntimeException | Error failure) {
                throw new AssertionError(
                        mutation + " " + i + " of " + file.getFileName() + ":\n"
                                + Advice.shorten(new String(mutated, StandardCharsets.UTF_8)),
                        failure);
            }
        }
        assertTrue(refused > 0, mutation + " breaks some file");
    }

    @Nested
    final class WhenAFileIsEnormous {

        private Path design() {
            return folder.resolve("architecture.yaml");
        }

        private List<Problem> refused(String text) {
            List<Problem> problems = problemsOf(design(), text.getBytes(StandardCharsets.UTF_8));
            assertFalse(problems.isEmpty());
            return problems;
        }

        @Test
        void hasAGibibyteAtMost() {
            assertTrue(Runtime.getRuntime().maxMemory() <= 1 << 30);
        }

        @Test
        void refusesFiftyMegabytesWithoutReadingThem() throws IOException {
            byte[] block =
                    "environments: { prod: { account: prod } }\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = Files.newOutputStream(design())) {
                for (long written = 0; written < 50_000_000; written += block.length) {
                    out.write(block);
                }
            }

            List<Problem> problems = problems(design());

            assertEquals(1, problems.size());
            assertTrue(problems.getFirst().message().startsWith("a YAML file has at most 2 MiB"));
        }

        @Test
        void stopsAtTwoThousandProblems() {
            String unknown = IntStream.range(0, 150_000)
                    .mapToObj(i -> "k" + i + ": 1\n")
                    .collect(java.util.stream.Collectors.joining());

            assertEquals(101, refused(unknown).size());
        }

        @Test
        void answersThousandsOfEnvironmentsAndEndpoints() {
            String environments = IntStream.range(0, 20_000)
                    .mapToObj(i -> "  e" + i + ": { vpc: { cidr: 10.0.0.0/8 } }\n")
                    .collect(java.util.stream.Collectors.joining());
            String endpoints = IntStream.range(0, 8_000)
                    .mapToObj(i -> "  p" + i + ": { workload: w, cache: c, queries: 2 }\n")
                    .collect(java.util.stream.Collectors.joining());

            assertTrue(refused("environments:\n" + environments)
                    .getFirst()
                    .message()
                    .contains("at most 200"));
            refused("endpoints:\n" + endpoints);
            refused("environments:\n"
                    + environments.lines().limit(200).collect(java.util.stream.Collectors.joining("\n"))
                    + "\nendpoints:\n" + endpoints);
        }

        @Test
        void answersLongNamesThatResembleEachOther() {
            String name = "n".repeat(500_000);

            refused("endpoints:\n  ? " + name + "a\n  : { workload: " + name + "b }\n");
        }

        @Test
        void answersManyKeysInOneMapping() {
            String names = IntStream.range(0, 60_000)
                    .mapToObj(i -> "      w" + i + ": {}\n")
                    .collect(java.util.stream.Collectors.joining());

            refused("environments:\n  a:\n    workloads:\n" + names + "  b:\n    extends: a\n");
        }

        @Test
        void boundsAliasesOfAliases() {
            StringBuilder laughs = new StringBuilder("a0: &a0 { x: y }\n");
            for (int i = 1; i < 60; i++) {
                laughs.append("a")
                        .append(i)
                        .append(": &a")
                        .append(i)
                        .append(" { p: *a")
                        .append(i - 1)
                        .append(", q: *a")
                        .append(i - 1)
                        .append(" }\n");
            }

            assertTrue(refused(laughs.toString()).getFirst().message().contains("after its aliases are expanded"));
        }
    }
}
