package dev.windtunnel.simulator.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchRule;
import dev.windtunnel.model.house.Exempt;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that may not be called, referred to or read.
 *
 * @param name by which {@link Exempt} refers to it
 * @param freeRooms packages that it does not bind, as ArchUnit writes them
 * @param isBanned decides for a field, method or constructor that a class touches
 */
public record Ban(String name, List<String> freeRooms, Predicate<AccessTarget> isBanned, String because) {

    private static final String CLI = "dev.windtunnel.simulator.cli..";

    /** All of them. */
    public static final List<Ban> ALL = List.of(
            new Ban(
                    "console",
                    List.of(CLI),
                    Forbidden::isConsole,
                    "only the command line speaks to people; everything else returns what it has to say"),
            new Ban(
                    "wall-clock",
                    List.of(CLI),
                    Forbidden::isWallClock,
                    "a result depends on the scenario and the seed, not on when it was computed"),
            new Ban(
                    "luck",
                    List.of(),
                    Forbidden::isLuck,
                    "every draw is a function of the seed and of what it belongs to"),
            new Ban(
                    "platform-math",
                    List.of(),
                    Forbidden::isPlatformMath,
                    "interpreter and compilers may differ in the last bits; the kernel has pinned functions, and StrictMath"
                            + " serves outside hot paths"),
            new Ban(
                    "hash-order",
                    List.of(),
                    Forbidden::isHashOrder,
                    "it iterates in another order in each JVM or for each identity hash; List, LinkedHashMap, TreeMap and"
                            + " EnumMap do not"),
            new Ban("identity-hash", List.of(), Forbidden::isIdentityHash, "it is another number in each run"),
            new Ban(
                    "locale",
                    List.of(),
                    Forbidden::isDefaultLocale,
                    "the same report comes out in every country; give Locale.ROOT"),
            new Ban(
                    "time-zone",
                    List.of(),
                    Forbidden::isDefaultTimeZone,
                    "a day starts where the scenario says, not where the machine stands"),
            new Ban(
                    "directory-order",
                    List.of(),
                    Forbidden::isDirectoryOrder,
                    "file systems list in any order; sort, and say so with @Exempt"),
            new Ban(
                    "parallel",
                    List.of("dev.windtunnel.simulator.study.."),
                    Forbidden::isParallel,
                    "only whole runs go in parallel, reduced in the order of their index"));

    /** The rule, for classes of the given packages. */
    public ArchRule rule() {
        return noClasses()
                .that(describe("are bound by '" + name + "'", this::binds))
                .should()
                .accessTargetWhere(describe("'" + name + "' forbids", this::forbids))
                .because(because);
    }

    private boolean forbids(JavaAccess<?> access) {
        return isBanned.test(access.getTarget());
    }

    private boolean binds(JavaClass origin) {
        return freeRooms.stream().noneMatch(room -> PackageMatcher.of(room).matches(origin.getPackageName()))
                && exemptions(origin).noneMatch(exemption -> exemption.from().equals(name));
    }

    /** Whether the class does what is forbidden, bound or not. */
    boolean isBrokenBy(JavaClass origin) {
        return origin.getAccessesFromSelf().stream().anyMatch(this::forbids);
    }

    /** The exemptions of the class and of those it is nested in. */
    static Stream<Exempt> exemptions(JavaClass origin) {
        Optional<JavaClass> enclosing = origin.getEnclosingClass();
        return Stream.concat(ownExemptions(origin), enclosing.stream().flatMap(Ban::exemptions));
    }

    static Stream<Exempt> ownExemptions(JavaClass origin) {
        Stream<Exempt> single = origin.tryGetAnnotationOfType(Exempt.class).stream();
        Stream<Exempt> several =
                origin.tryGetAnnotationOfType(Exempt.All.class).stream().flatMap(all -> Stream.of(all.value()));
        return Stream.concat(single, several);
    }
}
