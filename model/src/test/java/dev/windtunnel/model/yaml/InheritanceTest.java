package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Server;
import dev.windtunnel.model.compute.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that extend others. */
final class InheritanceTest {

    private static final String ACCOUNTS = "    prod: { purpose: environment }\n";
    private static final String END = "endpoints:\n";

    @TempDir
    private Path folder = Path.of("");

    /** The draft with a third environment. */
    private Draft withStage(String keys) {
        return Draft.in(folder)
                .architecture(ACCOUNTS, ACCOUNTS + "    stage: { purpose: environment }\n")
                .architecture(END, "  stage:\n" + keys.indent(4) + END);
    }

    private static final String OWN = """
            extends: prod
            account: stage
            dns: { name: stage.shop.example }
            """;

    private static final String ADDRESSES = """
            vpc:
              cidr: 10.20.0.0/16
              zones:
                a: { public: 10.20.0.0/24, private: 10.20.32.0/19, isolated: 10.20.8.0/24 }
                b: { public: 10.20.1.0/24, private: 10.20.64.0/19, isolated: 10.20.9.0/24 }
            """;

    private static Environment stage(Draft draft) {
        Architecture architecture = draft.read().architecture();
        return architecture.environment("stage").orElseThrow();
    }

    private static Workload web(Environment environment) {
        return environment.workload("web").orElseThrow();
    }

    @Test
    void hasEveryKeyThatItDoesNotWrite() {
        Draft draft = withStage(OWN + ADDRESSES);

        Environment stage = stage(draft);
        Environment prod = draft.read().environment();

        assertEquals(prod.workloads(), stage.workloads());
        assertEquals(prod.database(), stage.database());
        assertEquals("stage.shop.example", stage.dns().name());
        assertEquals("10.20.0.0/16", stage.vpc().cidr().toString());
    }

    @Test
    void mergesMappingsAndReplacesListsAndValues() {
        Workload web = web(stage(withStage(OWN + ADDRESSES + """
                cluster: { nodePools: { general: { instanceTypes: [t4g.xlarge] } } }
                workloads: { web: { replicas: { min: 1 } } }
                """)));

        assertEquals(1, web.replicas().min());
        assertEquals(9, web.replicas().max());
        assertEquals(
                List.of("t4g.xlarge"),
                stage(withStage(OWN + ADDRESSES
                                + "cluster: { nodePools: { general: { instanceTypes: [t4g.xlarge] } } }\n"))
                        .cluster()
                        .nodePools()
                        .getFirst()
                        .instanceTypes());
    }

    @Test
    void takesAwayWhatIsWrittenEmpty() {
        for (String nothing : List.of("", "~", "null")) {
            Environment stage = stage(withStage(OWN + ADDRESSES + "database: { standbyZone: " + nothing
                    + ", deployment: single-az }\nworkloads: { web: { nodePools: " + nothing + " } }\n"));

            assertNull(stage.database().standbyZone());
            assertEquals(List.of(), web(stage).nodePools());
        }
    }

    @Test
    void replacesAChoiceByAnother() {
        Workload web = web(stage(withStage(OWN + ADDRESSES + "workloads: { web: { server: { nginx: {} } } }\n")
                .architecture("queries: 2, ", "")));

        assertTrue(web.server() instanceof Server.Nginx, () -> String.valueOf(web.server()));
    }

    @Test
    void inheritsAlongAChain() {
        Draft draft = withStage(OWN + ADDRESSES + "workloads: { web: { replicas: { min: 2 } } }\n")
                .architecture("    prod: { purpose", "    drill: { purpose: environment }\n    prod: { purpose")
                .architecture(END, """
                          drill:
                            extends: stage
                            account: drill
                            vpc:
                              cidr: 10.40.0.0/16
                              zones:
                                a: { public: 10.40.0.0/24, private: 10.40.32.0/19, isolated: 10.40.8.0/24 }
                                b: { public: 10.40.1.0/24, private: 10.40.64.0/19, isolated: 10.40.9.0/24 }
                        """ + END);

        Environment drill = draft.read().architecture().environment("drill").orElseThrow();

        assertEquals(2, web(drill).replicas().min());
        assertEquals(9, web(drill).replicas().max());
        assertEquals("stage.shop.example", drill.dns().name());
    }

    @Test
    void isSetOnTheCommandLineAfterItInherited() {
        Draft draft = withStage(OWN + ADDRESSES)
                .scenario("environment: prod", "environment: stage")
                .set("workloads.web.replicas.min=5", "environments.prod.workloads.web.replicas.min=7");

        assertEquals(5, web(stage(draft)).replicas().min());
        assertEquals(
                7,
                web(draft.read().architecture().environment("prod").orElseThrow())
                        .replicas()
                        .min());
    }

    @Nested
    final class WhenSomethingIsWrong {

        @Test
        void saysFromWhereABadValueIsInherited() {
            String problem = withStage(OWN).printed().getFirst();

            assertTrue(
                    problem.startsWith("architecture.yaml:32:13: error: VPC 10.30.0.0/16 overlaps 10.30.0.0/16 of"
                            + " environments.prod.vpc.cidr at line 32; inherited by environment stage from prod,"
                            + " "),
                    problem);
            assertTrue(problem.contains("architecture.yaml:32 (at environments.stage.vpc.cidr)"), problem);
        }

        @Test
        void saysOfABadValueThatBothHaveOnlyOnceThatItIsBad() {
            Draft draft = withStage(OWN + ADDRESSES).architecture("max: 9", "max: nine");

            assertTrue(
                    draft.onlyProblem().endsWith("found 'nine' (at environments.prod.workloads.web.replicas.max)"),
                    draft::onlyProblem);
        }

        @Test
        void suggestsTheNearestEnvironment() {
            assertEquals(
                    "architecture.yaml:53:14: error: unknown environment 'prd' (at environments.stage.extends); did you"
                            + " mean 'prod'? Valid environments: dev, prod",
                    withStage(OWN.replace("prod", "prd")).onlyProblem());
        }

        @Test
        void suggestsTheKeyItself() {
            assertEquals(
                    "architecture.yaml:53:5: error: unknown key 'extend' (at environments.stage.extend); did you mean"
                            + " 'extends'?",
                    withStage(OWN.replace("extends:", "extend:")).onlyProblem());
        }

        @Test
        void refusesCircles() {
            assertTrue(withStage(OWN.replace("prod", "stage"))
                    .onlyProblem()
                    .contains("architecture.yaml:53:14: error: environments extend each other in a circle:"
                            + " stage extends stage"));
            String problem = withStage(OWN + ADDRESSES)
                    .architecture("    account: prod\n", "    account: prod\n    extends: stage\n")
                    .onlyProblem();
            assertTrue(problem.contains("circle: prod extends stage extends prod"), problem);
        }

        @Test
        void refusesAListOfBases() {
            String problem = withStage(OWN.replace("extends: prod", "extends: [prod, dev]"))
                    .onlyProblem();

            assertTrue(problem.contains("expected the name of an environment, found a list"), problem);
        }

        @Test
        void refusesChainsWithoutEnd() {
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                many.append("  e")
                        .append(i)
                        .append(": { extends: ")
                        .append(i == 29 ? "prod" : "e" + (i + 1))
                        .append(" }\n");
            }

            List<String> printed =
                    Draft.in(folder).architecture(END, many + END).printed();

            assertTrue(printed.getFirst().contains("in a chain of at most 16"), printed::toString);
        }

        @Test
        void boundsWhatAllEnvironmentsInheritTogether() {
            String words = "g, ".repeat(60_000);
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                many.append("  e").append(i).append(": { extends: prod }\n");
            }

            List<String> printed = Draft.in(folder)
                    .architecture("nodePools: [general]", "nodePools: [" + words + "g]")
                    .architecture(END, many + END)
                    .printed();

            assertTrue(
                    printed.getFirst().contains("more than 200000 values with what they inherit"), printed::toString);
        }
    }

    @Nested
    final class WhereAValueCameFrom {

        private SourceMap sources(Draft draft) {
            draft.read();
            return ScenarioReader.readSourced(folder.resolve("day.yaml"), draft.overrides(), Draft.KNOWN)
                    .architectureSources();
        }

        private static String place(Origin origin) {
            return origin.position().line() + ":" + origin.position().column() + " " + origin.path() + " "
                    + origin.isDefault() + " " + origin.inheritedFrom();
        }

        @Test
        void isToldOfEveryValueByItsPath() {
            SourceMap sources = sources(withStage(OWN + ADDRESSES));

            assertEquals(
                    "45:26 environments.prod.workloads.web.replicas.min false null",
                    place(sources.origin("environments.prod.workloads.web.replicas.min")));
            assertEquals(
                    "45:26 environments.stage.workloads.web.replicas.min false prod",
                    place(sources.origin("environments.stage.workloads.web.replicas.min")));
            assertEquals(
                    "42:27 environments.prod.cluster.nodePools.general.instanceTypes.0 false null",
                    place(sources.origin("environments.prod.cluster.nodePools.general.instanceTypes.0")));
            assertEquals("56:5 environments.stage.vpc false null", place(sources.origin("environments.stage.vpc")));
        }

        @Test
        void isTheNearestWrittenThingOfADefault() {
            SourceMap sources = sources(withStage(OWN + ADDRESSES));

            assertEquals("31:5 environments.prod.vpc true null", place(sources.origin("environments.prod.vpc.nat")));
            assertEquals("1:1  true null", place(sources.origin("nonsense")));
            assertFalse(sources.origin("region").isDefault());
        }

        @Test
        void isTheCommandLineForWhatIsSetThere() {
            SourceMap sources = sources(withStage(OWN + ADDRESSES)
                    .scenario("environment: prod", "environment: stage")
                    .set("workloads.web.replicas.min=5"));

            assertEquals(
                    "--set workloads.web.replicas.min",
                    sources.position("environments.stage.workloads.web.replicas.min")
                            .toString());
            assertNull(sources.origin("environments.stage.workloads.web.replicas.min")
                    .inheritedFrom());
        }

        @Test
        void placesASentenceWithItsLine() {
            String printed = sources(withStage(OWN + ADDRESSES))
                    .problem("environments.stage.workloads.web.replicas.min", "too few", null)
                    .print()
                    .replace(InputFiles.name(folder) + "/", "");

            assertEquals("""
                    architecture.yaml:45:26: error: too few; inherited by environment stage from prod, architecture.yaml:45 \
                    (at environments.stage.workloads.web.replicas.min)
                                replicas: { min: 3, max: 9 }
                                                 ^""", printed);
        }
    }
}
