package dev.windtunnel.simulator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the customer writes moves behavior or cost where its row says so; {@code docs/coverage.md} lists what does not yet. */
final class MovingRowsTest {

    private static final Map<Day, CustomerRun> AS_SHIPPED = new HashMap<>();

    /** {@code | S13 | what | M D R S C |}. */
    private static final Pattern ROW = Pattern.compile("^\\| (S\\d\\d) \\|[^|]*\\| ([A-Z ]+) \\|");

    /** {@code - S14 C: why}. */
    private static final Pattern NOT_YET = Pattern.compile("^- (S\\d\\d [SC]): .{10,}");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Moved> rows() {
        return MovedRows.all().stream();
    }

    private CustomerRun asShipped(Day day) throws IOException {
        if (!AS_SHIPPED.containsKey(day)) {
            AS_SHIPPED.put(day, CustomerRun.of(day, List.of(), folder));
        }
        return Objects.requireNonNull(AS_SHIPPED.get(day));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void movesByWhatIsWritten(Moved row) throws IOException {
        double before = row.measure().of().applyAsDouble(asShipped(row.day()));

        double after = row.measure().of().applyAsDouble(CustomerRun.of(row.day(), row.edits(), folder));

        boolean moves = row.direction() == Moved.Direction.UP ? after > before : after < before;
        assertTrue(moves, () -> row + ": from " + before + " to " + after);
    }

    /** With the parameterized test above: what leaves this list has a test, and no row is forgotten. */
    @Test
    void listsEveryEffectThatNothingMovesYet() throws IOException {
        List<String> document = Files.readAllLines(Path.of("..", "docs", "coverage.md"));
        TreeSet<String> effects = new TreeSet<>();
        List<String> notYet = new ArrayList<>();
        for (String line : document) {
            ROW.matcher(line).results().forEach(row -> effects.addAll(effectsOf(row)));
            NOT_YET.matcher(line).results().map(found -> found.group(1)).forEach(notYet::add);
        }

        TreeSet<String> told = new TreeSet<>(notYet);
        MovedRows.all().forEach(row -> told.add(row.id()));

        assertTrue(effects.contains("S13 S") && effects.contains("S79 C"), effects::toString);
        assertEquals(effects, told);
        assertEquals(
                List.of(),
                MovedRows.all().stream().map(Moved::id).filter(notYet::contains).toList());
        assertEquals(notYet.stream().sorted().distinct().toList(), notYet);
    }

    private static List<String> effectsOf(MatchResult row) {
        return Stream.of(row.group(2).split(" ", -1))
                .filter(effect -> effect.equals("S") || effect.equals("C"))
                .map(effect -> row.group(1) + " " + effect)
                .toList();
    }
}
