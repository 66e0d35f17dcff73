package dev.windtunnel.simulator.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A third party's library and the rooms that may know it.
 *
 * @param packages of the library, as ArchUnit writes them
 */
public record Library(String packages, List<String> rooms, String because) {

    public static final List<Library> ALL = List.of(
            new Library(
                    "com.fasterxml.jackson..",
                    List.of(
                            "dev.windtunnel.model.yaml..",
                            "dev.windtunnel.simulator.report..",
                            "dev.windtunnel.simulator.result.reader.."),
                    "model and results are the same whatever they are written in"),
            new Library(
                    "org.yaml.snakeyaml..",
                    List.of("dev.windtunnel.model.yaml.."),
                    "model and results are the same whatever they are written in"),
            new Library("picocli..", List.of("dev.windtunnel.simulator.cli.."), "only the command line has arguments"),
            new Library(
                    "javafx..",
                    List.of("dev.windtunnel.desktop.."),
                    "a server that runs scenarios has neither a screen nor the libraries for one"),
            new Library(
                    "org.eclipse..", List.of("dev.windtunnel.simulator.diagram.."), "a layout is a matter of pictures"),
            new Library(
                    "org.apache.commons.csv..",
                    List.of("dev.windtunnel.model.catalog..", "dev.windtunnel.model.trace.."),
                    "CSV is read where it enters"),
            new Library(
                    "org.apache.commons.math3..",
                    List.of("dev.windtunnel.simulator.statistics..", "dev.windtunnel.simulator.analytic.."),
                    "its functions are not pinned to the last bit, so no simulated number may come from them"));

    /** The rule, for classes of the given packages. */
    public ArchRule rule() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages)
                .because(because);
    }
}
