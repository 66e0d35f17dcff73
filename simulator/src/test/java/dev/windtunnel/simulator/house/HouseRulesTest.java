package dev.windtunnel.simulator.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.windtunnel.model.house.Exempt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no class of the model or the simulator may do. Kept here for both, since the simulator sees both. */
class HouseRulesTest {

    private static final JavaClasses OURS = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("dev.windtunnel.model", "dev.windtunnel.simulator");

    static Stream<Ban> bans() {
        return Ban.ALL.stream();
    }

    static Stream<Library> libraries() {
        return Library.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("bans")
    void isKeptByEveryClass(Ban ban) {
        ban.rule().check(OURS);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void staysInItsRooms(Library library) {
        library.rule().check(OURS);
    }

    @Test
    void seesBothModules() {
        assertTrue(OURS.contain("dev.windtunnel.model.unit.Share"));
        assertTrue(OURS.contain("dev.windtunnel.simulator.result.RunResult"));
        assertFalse(OURS.contain(HouseRulesTest.class));
    }

    @Nested
    class AnExemption {

        private final List<String> names = Ban.ALL.stream().map(Ban::name).toList();

        @Test
        void namesARuleAndAReason() {
            List<String> nameless = OURS.stream()
                    .filter(each -> Ban.ownExemptions(each)
                            .anyMatch(exemption -> !names.contains(exemption.from())
                                    || exemption.because().length() < 20))
                    .map(JavaClass::getName)
                    .sorted()
                    .toList();

            assertEquals(List.of(), nameless);
        }

        @Test
        void isNeeded() {
            List<String> idle = OURS.stream()
                    .flatMap(each -> Ban.ownExemptions(each)
                            .filter(exemption -> !isUsed(each, exemption))
                            .map(exemption -> each.getName() + " is exempt from " + exemption.from() + " and keeps it"))
                    .sorted()
                    .toList();

            assertEquals(List.of(), idle);
        }

        private boolean isUsed(JavaClass owner, Exempt exemption) {
            return Ban.ALL.stream()
                    .filter(ban -> ban.name().equals(exemption.from()))
                    .anyMatch(ban -> OURS.stream()
                            .filter(each -> each.getName().equals(owner.getName())
                                    || each.getName().startsWith(owner.getName() + "$"))
                            .anyMatch(ban::isBrokenBy));
        }

        @Test
        void freesItsClassAndThoseNestedInIt() {
            Ban hashOrder = named("hash-order");
            JavaClasses freed = new ClassFileImporter().importClasses(Freed.class, Freed.Inner.class);

            assertFalse(hashOrder.rule().allowEmptyShould(true).evaluate(freed).hasViolation());
            assertTrue(freed.stream().allMatch(hashOrder::isBrokenBy));
        }
    }

    @Nested
    class ABan {

        static Stream<Ban> bans() {
            return Ban.ALL.stream();
        }

        @ParameterizedTest
        @MethodSource("bans")
        void bitesOnEachThingItForbids(Ban ban) {
            JavaClass offender = new ClassFileImporter().importClass(offender(ban));

            List<String> unbitten = offender.getMethods().stream()
                    .filter(method -> method.getAccessesFromSelf().stream()
                            .noneMatch(access -> ban.isBanned().test(access.getTarget())))
                    .map(JavaMethod::getName)
                    .filter(name -> !name.startsWith("lambda$"))
                    .sorted()
                    .toList();

            assertEquals(List.of(), unbitten);
            assertTrue(ban.rule()
                    .evaluate(new ClassFileImporter().importClasses(offender(ban)))
                    .hasViolation());
        }

        @ParameterizedTest
        @MethodSource("bans")
        void leavesTheLawfulWayOpen(Ban ban) {
            JavaClass lawful = new ClassFileImporter().importClass(Lawful.class);

            assertFalse(ban.isBrokenBy(lawful));
        }

        private static Class<?> offender(Ban ban) {
            return Stream.of(Offenders.class.getDeclaredClasses())
                    .filter(each ->
                            each.getSimpleName().equalsIgnoreCase(ban.name().replace("-", "") + "Offender"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no offender shows that '" + ban.name() + "' bites"));
        }
    }

    private static Ban named(String name) {
        return Ban.ALL.stream()
                .filter(ban -> ban.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
