package dev.windtunnel.simulator.policy.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windtunnel.simulator.policy.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplicaDeletionPolicyTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 100_000 * SECOND;

    @Test
    void asksItsQuestionsInOrder() {
        List<ReplicaView> replicas = List.of(
                replica(0, Phase.RUNNING, true, 1, 4_000, 0, 0),
                replica(1, Phase.RUNNING, true, 1, 4_000, 0, 3),
                replica(2, Phase.RUNNING, true, 1, 60, 0, 0),
                replica(3, Phase.RUNNING, true, 2, 4_000, 0, 0),
                replica(4, Phase.RUNNING, true, 1, 4_000, -5, 0),
                replica(5, Phase.RUNNING, false, 1, 4_000, 0, 0),
                replica(6, Phase.UNKNOWN, true, 1, 4_000, 0, 0),
                replica(7, Phase.PENDING, false, 1, 4_000, 0, 0),
                new ReplicaView(8, false, Phase.PENDING, false, 1, 0, 0, 0, 0));

        assertEquals(List.of(8, 7, 6, 5, 4, 3, 2, 1, 0), ReplicaDeletionPolicy.order(replicas, NOW));
    }

    @Test
    void takesAgesOfTheSamePowerOfTwoAsEqual() {
        // 2^36 ns = 68.7 s, 2^37 ns = 137.4 s.
        ReplicaView seventy = replica(0, Phase.RUNNING, true, 1, 70, 0, 0);
        ReplicaView hundredThirty = replica(1, Phase.RUNNING, true, 1, 130, 0, 9);
        ReplicaView hundredForty = replica(2, Phase.RUNNING, true, 1, 140, 0, 99);

        assertEquals(List.of(1, 0, 2), ReplicaDeletionPolicy.order(List.of(hundredForty, seventy, hundredThirty), NOW));
    }

    @Test
    void takesTheNewerOfTwoNeverReady() {
        ReplicaView old = replica(0, Phase.RUNNING, false, 1, 4_000, 0, 0);
        ReplicaView young = replica(1, Phase.RUNNING, false, 1, 30, 0, 0);

        assertEquals(List.of(1, 0), ReplicaDeletionPolicy.order(List.of(old, young), NOW));
    }

    @Test
    void doesNotDependOnTheOrderOfItsInput() {
        Random random = new Random(7);
        List<ReplicaView> replicas = new ArrayList<>();
        for (int pod = 0; pod < 200; pod++) {
            replicas.add(replica(
                    pod,
                    Phase.RUNNING,
                    random.nextBoolean(),
                    1 + random.nextInt(3),
                    1 + random.nextInt(9_000),
                    0,
                    random.nextInt(3)));
        }
        List<Integer> expected = ReplicaDeletionPolicy.order(replicas, NOW);

        for (int round = 0; round < 20; round++) {
            Collections.shuffle(replicas, random);
            assertEquals(expected, ReplicaDeletionPolicy.order(replicas, NOW));
        }
    }

    private static ReplicaView replica(
            int pod, Phase phase, boolean ready, int onNode, long ageSeconds, int deletionCost, int restarts) {
        long since = NOW - ageSeconds * SECOND;
        return new ReplicaView(pod, true, phase, ready, onNode, since, since, deletionCost, restarts);
    }
}
