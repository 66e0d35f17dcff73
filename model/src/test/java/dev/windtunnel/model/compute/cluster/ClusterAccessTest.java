package dev.windtunnel.model.compute.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterAccessTest {

    @Test
    void tellsWhatANodeNeedsFromWhatAnApplicationDoes() {
        ClusterAccess access = new ClusterAccess(
                List.of("AmazonEKSWorkerNodePolicy", "AmazonS3FullAccess", "AmazonEKS_CNI_Policy"), List.of());

        assertEquals(List.of("AmazonS3FullAccess"), access.applicationPolicies());
        assertEquals(List.of(), ClusterAccess.ofDefaults().applicationPolicies());
    }

    @Test
    void knowsAWildcardInVerbsAndInResources() {
        assertTrue(new ClusterRole("a", null, List.of("*"), List.of("pods"), List.of()).hasWildcard());
        assertTrue(new ClusterRole("b", null, List.of("get"), List.of("*"), List.of()).hasWildcard());
        assertFalse(new ClusterRole("c", null, List.of("get"), List.of("pods"), List.of()).hasWildcard());
    }
}
