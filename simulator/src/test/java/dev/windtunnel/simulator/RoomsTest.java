package dev.windtunnel.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows between the rooms of the simulator. A room that is still empty keeps its row: the rule is there when the room
 * fills.
 */
class RoomsTest {

    private static final String SIMULATOR = "dev.windtunnel.simulator.";
    private static final String MODEL = "dev.windtunnel.model";
    private static final JavaClasses CLASSES = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("dev.windtunnel.simulator");

    /**
     * A room and the rooms it may use.
     *
     * @param mayUse rooms of the simulator, sub-rooms included unless they have a row of their own; {@code model} stands
     *     for the whole other module
     */
    record Room(String name, List<String> mayUse, String because) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        return Stream.of(
                new Room("kernel", List.of(), "it knows no cloud: it could simulate a bakery"),
                new Room("metric", List.of(), "counting is the same whatever is counted"),
                new Room("statistics", List.of(), "mathematics knows no cloud"),
                new Room("analytic", List.of(), "mathematics knows no cloud"),
                new Room("compile", List.of("model", "kernel"), "it alone turns names into ints"),
                new Room("policy", List.of("model"), "a decision is a pure function of what was observed"),
                new Room(
                        "world",
                        List.of("model", "policy", "compile", "kernel", "metric", "result"),
                        "the running system knows neither who runs it nor what it costs"),
                new Room(
                        "world.state",
                        List.of("model", "compile", "kernel", "metric", "result"),
                        "state decides nothing, so it knows no policy"),
                new Room(
                        "world.control",
                        List.of("model", "compile", "kernel", "metric", "result", "policy", "world.state"),
                        "a controller schedules what a policy decided and touches the plant only by its interface"),
                new Room(
                        "world.fault",
                        List.of("model", "compile", "kernel", "metric", "result", "world.state", "world.control"),
                        "a fault is effects on state and controllers; it cannot know who carries requests"),
                new Room(
                        "world.traffic",
                        List.of("model", "compile", "kernel", "metric", "result", "world.state"),
                        "both plants stand behind one interface, so neither may know a controller"),
                new Room(
                        "engine",
                        List.of("model", "world", "compile", "result", "statistics", "analytic"),
                        "it runs a compiled scenario and judges nothing"),
                new Room("result", List.of("model", "metric"), "what came of a run outlives the code that ran it"),
                new Room("cost", List.of("model", "result", "statistics"), "a bill is a function of ledger and prices"),
                new Room(
                        "verdict",
                        List.of("model", "result", "metric", "cost", "statistics"),
                        "a verdict is a function of the result and its bill"),
                new Room(
                        "study",
                        List.of("model", "engine", "result", "verdict", "cost", "statistics"),
                        "a study runs scenarios and reads results, it reaches into none"),
                new Room(
                        "trial",
                        List.of("model", "compile", "engine", "result", "cost"),
                        "command line and window run the same scenario in the same way; neither is known to it"),
                new Room("diagram", List.of("model"), "a diagram shows the design; results come as overlays"),
                new Room(
                        "report",
                        List.of("model", "result", "metric", "verdict", "cost", "diagram"),
                        "every report can be made again from a stored result"),
                new Room(
                        "verification",
                        List.of(
                                "model",
                                "compile",
                                "engine",
                                "result",
                                "policy",
                                "verdict",
                                "cost",
                                "statistics",
                                "analytic",
                                "world.traffic"),
                        "it watches the exact plant's stations; a check that built its own queue from the kernel would not check the engine"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyWhatItsRowAllows(Room room) {
        noClasses()
                .that(DescribedPredicate.describe(
                        "stand in " + room, used -> room.name().equals(rowOf(used))))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "stand in another room of ours", used -> isOurs(used) && !isAllowed(room, used)))
                .because(room.because())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean isOurs(JavaClass used) {
        return used.getPackageName().startsWith("dev.windtunnel.");
    }

    private static boolean isAllowed(Room room, JavaClass used) {
        if (used.getPackageName().startsWith(MODEL + ".")) {
            return room.mayUse().contains("model") || used.getPackageName().equals(MODEL + ".house");
        }
        String row = rowOf(used);
        return row.equals(room.name())
                || row.startsWith(room.name() + ".")
                || room.mayUse().contains(row)
                // A room that may use "world" may use its sub-rooms, and within a room everybody sees its top.
                || room.mayUse().contains(row.split("\\.", -1)[0])
                || row.equals(room.name().split("\\.", -1)[0]);
    }

    /** The longest row name that the class's package lies under, or the room's own name if it has no row. */
    private static String rowOf(JavaClass used) {
        String path = used.getPackageName().replace(SIMULATOR, "");
        return rooms().map(Room::name)
                .filter(name -> path.equals(name) || path.startsWith(name + "."))
                .reduce((a, b) -> a.length() >= b.length() ? a : b)
                .orElse(path);
    }

    @Test
    void givesEveryRoomARow() {
        List<String> named =
                Stream.concat(rooms().map(Room::name), Stream.of("cli")).toList();

        List<String> unnamed = CLASSES.getPackage("dev.windtunnel.simulator").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(room -> !named.contains(room))
                .sorted()
                .toList();

        assertTrue(unnamed.isEmpty(), () -> "no row says what these rooms may use: " + unnamed);
    }

    @Test
    void isUsedByNobodyThroughTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SIMULATOR + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SIMULATOR + "cli..", "dev.windtunnel.desktop..")
                .because("the outermost rooms can be exchanged: everything works without them")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.windtunnel.simulator.(**)")
                .should()
                .beFreeOfCycles()
                .because("a room is understood after the rooms it uses")
                .check(CLASSES);
    }
}
