package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.compile.CompiledWorkload.DatabaseConnections;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What an event writes, whatever the fleet's size: the plant is compared with a copy from before the event. A row is a request, a
 * visit, a pod (its queue, its CPU, its pools) or a node.
 */
class RowsTouchedTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int FEW = 12;

    /** Four hundred pods, eight to a node that is too small for them by a third. */
    private static PlantFixture crowded() {
        PlantFixture fixture = new PlantFixture();
        fixture.pods = 400;
        fixture.podsPerNode = 8;
        fixture.nodeMillis = 4000;
        fixture.podMillis = 2000;
        fixture.concurrency = 3;
        fixture.cpu = Quantiles.exponential(0.1e9);
        fixture.queries = 2;
        fixture.query = Quantiles.exponential(0.002e9);
        fixture.databaseCpus = 64;
        fixture.connections = new DatabaseConnections(5, 5, 30 * SECOND, 5 * SECOND, 10 * SECOND);
        fixture.arrivals = second -> 2200;
        fixture.horizonSeconds = 60;
        return fixture;
    }

    @Test
    void areFewAndThoseOfOneNode() throws IllegalAccessException {
        ExactPlant plant = crowded().start().plant();
        ExactPlant before = crowded().start().plant();
        plant.advance(2 * SECOND);
        Traffic traffic = traffic(plant);

        int most = 0;
        int contended = 0;
        for (int event = 0; event < 1500; event++) {
            before.copyFrom(plant);
            long next = Math.min(traffic.nextArrival, traffic.sources.earliest());
            long happened = plant.events();
            plant.advance(next + 1);
            if (plant.events() != happened + 1) {
                continue; // Two at the same nanosecond.
            }
            Touched touched = Touched.between(traffic(before), traffic);
            assertTrue(touched.nodes <= 1, "event " + event + " touches " + touched);
            assertTrue(touched.rows() <= FEW + touched.activePods, "event " + event + " touches " + touched);
            most = Math.max(most, touched.pods);
            contended += touched.isContended ? 1 : 0;
        }

        assertTrue(most > 3, "a crowded node's pods are reckoned anew, found " + most + " at most");
        assertTrue(contended > 200, contended + " events on crowded nodes");
    }

    private static Traffic traffic(ExactPlant plant) throws IllegalAccessException {
        for (Field field : ExactPlant.class.getDeclaredFields()) {
            if (field.getType() == Traffic.class) {
                field.setAccessible(true);
                return (Traffic) Objects.requireNonNull(field.get(plant));
            }
        }
        throw new AssertionError("the plant has no traffic");
    }

    /** Rows that differ. */
    private record Touched(int requests, int pods, int nodes, int activePods, boolean isContended) {

        static Touched between(Traffic before, Traffic after) throws IllegalAccessException {
            int pods = 0;
            int nodes = 0;
            int active = 0;
            boolean isContended = false;
            NodeCpu last = null;
            for (int pod = 0; pod < after.stations.length; pod++) {
                PodStation mine = after.stations[pod];
                PodStation theirs = before.stations[pod];
                if (mine == null || theirs == null) {
                    continue;
                }
                pods += differs(theirs, mine) || differs(theirs.cpu, mine.cpu) ? 1 : 0;
                if (mine.node != last && differs(theirs.node, mine.node)) {
                    nodes++;
                    isContended |= mine.node.contended;
                    active = Math.max(active, active(mine.node));
                }
                last = mine.node;
            }
            return new Touched(requests(before.requests, after.requests), pods, nodes, active, isContended);
        }

        private static int active(NodeCpu node) {
            int active = 0;
            for (int place = 0; place < node.podCount; place++) {
                active += node.demands[place] > 0 ? 1 : 0;
            }
            return active;
        }

        private static int requests(RequestTable before, RequestTable after) throws IllegalAccessException {
            int touched = 0;
            for (int slot = 0; slot < after.slots(); slot++) {
                boolean differs = slot >= before.slots();
                for (Field field : RequestTable.class.getDeclaredFields()) {
                    differs = differs || (field.getType().isArray() && rowDiffers(field, before, after, slot));
                }
                touched += differs ? 1 : 0;
            }
            return touched;
        }

        /** A slot has a row in each of the two arrays. */
        private static boolean rowDiffers(Field field, RequestTable before, RequestTable after, int slot)
                throws IllegalAccessException {
            field.setAccessible(true);
            Object mine = Objects.requireNonNull(field.get(after));
            Object theirs = Objects.requireNonNull(field.get(before));
            int width = field.getName().equals("longs") ? RequestTable.LONGS : RequestTable.INTS;
            int from = slot * width;
            return mine instanceof long[] longs
                    ? !Arrays.equals(longs, from, from + width, (long[]) theirs, from, from + width)
                    : !Arrays.equals((int[]) mine, from, from + width, (int[]) theirs, from, from + width);
        }

        private static boolean differs(Object before, Object after) throws IllegalAccessException {
            for (Field field : after.getClass().getDeclaredFields()) {
                Class<?> type = field.getType();
                if (Modifier.isStatic(field.getModifiers())
                        || !(type.isPrimitive()
                                || type == int[].class
                                || type == long[].class
                                || type == double[].class)) {
                    continue;
                }
                field.setAccessible(true);
                if (!Objects.deepEquals(field.get(before), field.get(after))) {
                    return true;
                }
            }
            return false;
        }

        int rows() {
            return requests + pods + nodes;
        }
    }
}
