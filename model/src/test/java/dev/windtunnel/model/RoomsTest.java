package dev.windtunnel.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
 * The arrows between the rooms of the model. A room that is still empty keeps its row: the rule is there when the room
 * fills.
 */
class RoomsTest {

    private static final String MODEL = "dev.windtunnel.model.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.windtunnel.model");

    /** Everybody may use these; they use nothing but Java. */
    private static final List<String> GROUND = List.of("unit", "notation", "problem", "house");

    private static final List<String> PARTS = List.of(
            "organization",
            "network",
            "edge",
            "compute",
            "database",
            "messaging",
            "delivery",
            "security",
            "storage",
            "observability",
            "resilience",
            "operations");

    /** What clients, gateways and database clients say alike. */
    private static final List<String> SHARED = List.of("retry");

    /** A room and the rooms it may use beside the ground. */
    record Room(String name, List<String> mayUse, String because) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        Stream<Room> ground = GROUND.stream()
                .map(name -> new Room(name, List.of(), "what everybody may use must not pull anything else in"));
        Stream<Room> parts = PARTS.stream()
                .map(name ->
                        new Room(name, SHARED, "a part is understood alone; what holds between parts is architecture"));
        List<String> partsAndTraffic =
                Stream.concat(PARTS.stream(), Stream.of("workload")).toList();
        List<String> design = Stream.concat(partsAndTraffic.stream(), Stream.of("architecture"))
                .toList();
        return Stream.of(
                        ground,
                        parts,
                        Stream.of(
                                new Room("retry", List.of(), "it is said of anything that tries again"),
                                new Room(
                                        "workload",
                                        List.of("trace", "retry"),
                                        "traffic is asked of a design, it knows none"),
                                new Room("trace", List.of(), "a recorded day is older than any design"),
                                new Room("fault", List.of(), "a fault is a sentence; what it does is the simulator's"),
                                new Room("catalog", List.of(), "what AWS sells does not depend on who buys"),
                                new Room("architecture", partsAndTraffic, "the whole is made of its parts"),
                                new Room(
                                        "scenario",
                                        List.of("architecture", "workload", "trace", "fault"),
                                        "a question is asked of a design by its name"),
                                new Room(
                                        "rule",
                                        Stream.concat(design.stream(), Stream.of("catalog"))
                                                .toList(),
                                        "a design rule judges a design, not a scenario")))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyWhatItsRowAllows(Room room) {
        String[] allowed = Stream.of(
                        Stream.of(room.name()),
                        // The ground's own rooms may carry the house's annotations and not lean on each other
                        // otherwise.
                        GROUND.contains(room.name()) ? Stream.of("house") : GROUND.stream(),
                        room.mayUse().stream())
                .flatMap(each -> each)
                .map(name -> MODEL + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(MODEL + room.name() + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "stand in another room of ours",
                        used -> used.getPackageName().startsWith("dev.windtunnel.")
                                && Stream.of(allowed)
                                        .noneMatch(
                                                packages -> com.tngtech.archunit.core.domain.PackageMatcher.of(packages)
                                                        .matches(used.getPackageName()))))
                .because(room.because())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void givesEveryRoomARow() {
        List<String> named =
                Stream.concat(rooms().map(Room::name), Stream.of("yaml")).toList();

        List<String> unnamed = CLASSES.getPackage("dev.windtunnel.model").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .filter(room -> !named.contains(room))
                .sorted()
                .toList();

        assertTrue(unnamed.isEmpty(), () -> "no row says what these rooms may use: " + unnamed);
    }

    @Test
    void isUsedByNobodyThroughYaml() {
        classes()
                .that()
                .resideInAPackage(MODEL + "yaml..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(MODEL + "yaml..", "dev.windtunnel.simulator..")
                .because("the model is the same whatever it was read from")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.windtunnel.model.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room is understood after the rooms it uses")
                .check(CLASSES);
    }

    @Test
    void knowsNoSimulation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.windtunnel.simulator..", "dev.windtunnel.desktop..")
                .because("what exists is older than what happens to it")
                .check(CLASSES);
    }
}
