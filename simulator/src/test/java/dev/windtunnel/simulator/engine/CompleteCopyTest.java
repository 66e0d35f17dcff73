package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy holds all that its original holds, and nothing of it: compared field by field, whatever fields there are. */
class CompleteCopyTest {

    private static final int RANDOM = 8;

    /** The only fields of theirs that change are a collaborator that is set once after construction, and scratch. */
    private static final Set<String> STATELESS = Set.of("Application", "CpuSharing");

    /** A plant of its own, which no run of a design has. */
    private static final String NO_PART_OF_A_RUN = "dev.windtunnel.simulator.world.traffic.StandingLines";

    /** The start, random instants, and those just after something happened that the journal tells of. */
    static long[] instants(SnapshotCase day) {
        LongStream random =
                new SplittableRandom(7).longs(RANDOM, 1, day.compiled().horizonNanos());
        LongStream told = day.result(ExactRun.of(day.compiled()).finish()).journal().stream()
                .mapToLong(entry -> entry.atNanos() + 1);
        return LongStream.concat(LongStream.concat(LongStream.of(0), random), told)
                .sorted()
                .distinct()
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void isTrueAndIndependentAtAnyInstant(SnapshotCase day) {
        ExactRun original = ExactRun.of(day.compiled());
        for (long instant : instants(day)) {
            original.advance(instant);

            ExactRun copy = original.snapshot().kept();

            assertEquals(List.of(), StateGraph.differences(copy, original), "at " + instant);
        }
        original.finish();
        assertEquals(List.of(), StateGraph.differences(original.snapshot().kept(), original), "at the end");
    }

    @ParameterizedTest
    @MethodSource("dev.windtunnel.simulator.engine.SnapshotCase#all")
    void leavesNothingOfWhatTheCopyWasBefore(SnapshotCase day) {
        ExactRun early = ExactRun.of(day.compiled());
        early.advance(day.compiled().horizonNanos() / 3);
        ExactRun late = ExactRun.of(day.compiled());
        late.finish();

        late.copyFrom(early);

        assertEquals(List.of(), StateGraph.differences(late, early));
    }

    /** Classes of the running system that can change, as they stand in the code. */
    private static Stream<JavaClass> changing() {
        return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("dev.windtunnel.simulator.kernel", "dev.windtunnel.simulator.world").stream()
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getModifiers().contains(JavaModifier.FINAL)))
                        .filter(type -> !type.getName().startsWith(NO_PART_OF_A_RUN))
                        .filter(type -> !STATELESS.contains(type.getSimpleName()));
    }

    private static boolean canBeCopied(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.getName().equals("copyFrom"));
    }

    @Test
    void isAMatterOfEveryClassThatCanChange() {
        List<String> forgotten = changing()
                .filter(type -> !canBeCopied(type))
                .map(JavaClass::getName)
                .toList();

        assertEquals(List.of(), forgotten, "classes without copyFrom");
    }

    @Test
    void wouldMissNoFieldBecauseEachHasMoved() {
        FieldVariety variety = new FieldVariety();
        SnapshotCase.all().forEach(day -> {
            ExactRun run = ExactRun.of(day.compiled());
            variety.look(run);
            for (long instant : instants(day)) {
                run.advance(instant);
                variety.look(run);
            }
            run.finish();
            variety.look(run);
        });

        // Add a day to SnapshotCase in which they move.
        assertEquals(List.of(), variety.constant(), "fields that no day moves");
        List<String> unseen = changing()
                .map(JavaClass::getSimpleName)
                .filter(type -> !variety.classes().contains(type))
                .toList();
        assertEquals(List.of(), unseen, "classes that no day has");
        assertTrue(variety.fields() > 200, () -> variety.fields() + " fields");
    }
}
