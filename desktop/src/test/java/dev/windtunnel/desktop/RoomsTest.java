package dev.windtunnel.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.windtunnel.simulator.house.Ban;
import dev.windtunnel.simulator.house.Library;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the desktop, and the rules of the house, which hold here too. */
class RoomsTest {

    private static final String DESKTOP = "dev.windtunnel.desktop.";
    private static final JavaClasses CLASSES = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("dev.windtunnel.desktop");

    static Stream<Ban> bans() {
        return Ban.ALL.stream();
    }

    static Stream<Library> libraries() {
        return Library.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("bans")
    void keepsTheRulesOfTheHouse(Ban ban) {
        ban.rule().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void leavesLibrariesInTheirRooms(Library library) {
        library.rule().allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void givesEveryRoomARow() {
        assertEquals(
                List.of("launch", "view", "viewmodel"),
                CLASSES.getPackage("dev.windtunnel.desktop").getSubpackages().stream()
                        .map(JavaPackage::getRelativeName)
                        .sorted()
                        .toList());
    }

    @Test
    void decidesWithoutNodes() {
        noClasses()
                .that()
                .resideInAPackage(DESKTOP + "viewmodel..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are JavaFX beyond beans and collections",
                        used -> used.getPackageName().startsWith("javafx.")
                                && !used.getPackageName().startsWith("javafx.beans")
                                && !used.getPackageName().startsWith("javafx.collections")))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(DESKTOP + "view..", DESKTOP + "launch..", "dev.windtunnel.simulator.cli..")
                .because("a view model is tested without a toolkit and outlives any look")
                .check(CLASSES);
    }

    @Test
    void showsWithoutComputing() {
        noClasses()
                .that()
                .resideInAPackage(DESKTOP + "view..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and neither view model, picture, verdict in words nor chart",
                        used -> used.getPackageName().startsWith("dev.windtunnel.")
                                && !List.of(
                                                DESKTOP + "view",
                                                DESKTOP + "viewmodel",
                                                "dev.windtunnel.simulator.diagram",
                                                "dev.windtunnel.simulator.report",
                                                "dev.windtunnel.simulator.report.chart")
                                        .contains(used.getPackageName())))
                .because("the window shows what others found out")
                .check(CLASSES);
    }

    @Test
    void knowsTheCommandLineOnlyWhereItIsStarted() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DESKTOP + "launch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.windtunnel.simulator.cli..", DESKTOP + "launch..")
                .because("the outermost room can be exchanged: everything works without it")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(DESKTOP + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a room is understood after the rooms it uses")
                .check(CLASSES);
    }
}
