package dev.windtunnel.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.unit.ByteSize;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Catalog catalog = Catalog.embedded();

    @Nested
    class OfInstanceTypes {

        @Test
        void knowsAnInstanceTypeByName() {
            InstanceType type = catalog.instanceType("m6g.xlarge").orElseThrow();

            assertEquals("m6g.xlarge", type.name());
            assertEquals("m6g", type.family());
            assertEquals("arm64", type.architecture());
            assertEquals(4, type.vcpus());
            assertEquals(ByteSize.parse("16Gi"), type.memory());
            assertFalse(type.burstable());
            assertEquals(1, type.baselineSharePerVcpu());
            assertEquals(4, type.networkInterfaces());
            assertEquals(15, type.addressesPerInterface());
        }

        @Test
        void knowsTheBaselineOfBurstableTypes() {
            InstanceType type = catalog.instanceType("t3a.large").orElseThrow();

            assertTrue(type.burstable());
            assertEquals(0.3, type.baselineSharePerVcpu());
        }

        @Test
        void answersNothingForAnUnknownName() {
            assertTrue(catalog.instanceType("m6i.lagre").isEmpty());
            assertTrue(catalog.databaseClass("m6g.large").isEmpty());
        }

        @Test
        void boundsPodsByInterfacesOnSmallTypesAndByAdviceOnLargeOnes() {
            assertEquals(29, pods("m6i.large"), "3 interfaces of 10 addresses: 3 * 9 + 2");
            assertEquals(110, pods("m6i.4xlarge"), "interfaces would address 234, 16 vCPUs");
            assertEquals(234, pods("m6i.8xlarge"), "32 vCPUs, interfaces address 234");
            assertEquals(250, pods("m6i.16xlarge"), "64 vCPUs, interfaces would address 737");
        }

        private int pods(String name) {
            return catalog.instanceType(name).orElseThrow().maxPods();
        }

        @Test
        void resolvesEachNameItLists() {
            List<String> names = catalog.instanceTypeNames();

            for (String name : names) {
                InstanceType type = catalog.instanceType(name).orElseThrow();
                assertEquals(name, type.name());
                assertTrue(type.vcpus() > 0 && type.memory().bytes() > 0 && type.maxPods() > 0, name);
                assertTrue(Set.of("amd64", "arm64").contains(type.architecture()), name);
                assertTrue(type.relativeSpeed() >= 0.75 && type.relativeSpeed() <= 1.2, name);
                assertEquals(type.burstable(), type.baselineSharePerVcpu() < 1, name);
            }
            assertEquals(1017, new LinkedHashSet<>(names).size());
        }
    }

    @Nested
    class OfSpeeds {

        @Test
        void takesDocumentedFamiliesFromTheFact() {
            assertEquals(new RelativeSpeed(0.85, "APP-17"), RelativeSpeed.of("t4g"));
            assertEquals(new RelativeSpeed(1.0, "APP-17"), RelativeSpeed.of("m6i"));
            assertEquals(new RelativeSpeed(1.2, "APP-17"), RelativeSpeed.of("c7g"));
        }

        @Test
        void takesOthersFromTheNearestNeighborAndSaysSo() {
            assertEquals(new RelativeSpeed(1.15, "estimate: as m7g (APP-17)"), RelativeSpeed.of("r8gb"));
            assertEquals(new RelativeSpeed(0.97, "estimate: as c6g (APP-17)"), RelativeSpeed.of("c6gn"));
            assertEquals(new RelativeSpeed(0.75, "estimate: as t3a (APP-17)"), RelativeSpeed.of("m5ad"));
            assertEquals(new RelativeSpeed(0.9, "estimate: as m5 (APP-17)"), RelativeSpeed.of("c5a"));
            assertEquals(new RelativeSpeed(1.0, "estimate: as m6i (APP-17)"), RelativeSpeed.of("m6a"));
            assertEquals(new RelativeSpeed(1.15, "estimate: as m7i (APP-17)"), RelativeSpeed.of("m7i-flex"));
            assertEquals(new RelativeSpeed(1.0, "estimate: as m6i (APP-17)"), RelativeSpeed.of("x"));
        }
    }

    @Nested
    class OfDatabaseClasses {

        @Test
        void derivesTheConnectionLimitFromTheMemoryThatIsLeft() {
            assertEquals(85, connections("db.t4g.micro"), "1 GiB: the formula gives 80 to 85 (RDS-21)");
            assertEquals(198, connections("db.t4g.small"), "2 GiB: measured 198");
            assertEquals(417, connections("db.t4g.medium"), "4 GiB: measured 413");
            assertEquals(858, connections("db.m6g.large"), "8 GiB: measured 856");
            assertEquals(1741, connections("db.m6g.xlarge"), "16 GiB");
            assertEquals(3508, connections("db.m6g.2xlarge"), "32 GiB");
            assertEquals(5000, connections("db.m6g.4xlarge"), "64 GiB: the cap");
            assertEquals(5000, connections("db.r6g.16xlarge"));
        }

        private int connections(String name) {
            return catalog.databaseClass(name).orElseThrow().defaultMaxConnections();
        }

        @Test
        void resolvesEachNameItLists() {
            List<String> names = catalog.databaseClassNames();

            for (String name : names) {
                DatabaseClass type = catalog.databaseClass(name).orElseThrow();
                assertEquals(name, type.name());
                assertTrue(type.vcpus() > 0 && type.memory().bytes() > 0, name);
                assertEquals(name.startsWith("db.t"), type.burstable(), name);
            }
            assertEquals(130, names.size());
        }

        @Test
        void sharesSpeedAndHardwareWithTheInstanceTypeOfItsName() {
            for (String name : catalog.databaseClassNames()) {
                DatabaseClass database = catalog.databaseClass(name).orElseThrow();
                InstanceType type = catalog.instanceType(name.substring(3)).orElseThrow();

                assertEquals(type.vcpus(), database.vcpus(), name);
                assertEquals(type.memory(), database.memory(), name);
                assertEquals(type.architecture(), database.architecture(), name);
                assertEquals(type.relativeSpeed(), database.relativeSpeed(), name);
            }
        }
    }
}
