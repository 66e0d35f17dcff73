package dev.windtunnel.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.storage.Bucket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a design says of its buckets (S50, S51, S66). */
final class BucketInputTest {

    private static final String REGION = "region: us-east-1\n";
    private static final String DEV = "dev: { purpose: environment }";

    @TempDir
    private Path folder = Path.of("");

    private Draft buckets(String buckets) {
        return Draft.in(folder).architecture(REGION, REGION + "buckets: " + buckets + "\n");
    }

    private Draft bucket(String keys) {
        return buckets("{ logs: { account: prod, purpose: logs, " + keys + " } }");
    }

    private static Bucket first(Draft draft) {
        return draft.read().architecture().buckets().getFirst();
    }

    @Test
    void hasTheServicesDefaults() {
        Bucket bucket = first(buckets("{ logs: { account: prod, purpose: logs } }"));

        assertEquals(new Bucket("logs", "prod", Bucket.Purpose.LOGS), bucket);
        assertTrue(bucket.publicAccessBlock());
        assertFalse(bucket.versioning());
        assertFalse(bucket.movesOrExpires());
        assertNull(bucket.retention());
        assertNull(bucket.key());
    }

    @Test
    void keepsObjectsAsLongAsItsLongestRule() {
        Bucket bucket =
                first(bucket("lifecycle: { a: { prefix: alb/, expireAfter: 90d }, b: { prefix: flow/, expireAfter:"
                        + " 400d }, c: { abortIncompleteUploadsAfter: 7d } }"));

        assertEquals(Duration.ofDays(400), bucket.retention());
        assertTrue(bucket.movesOrExpires());
    }

    @Test
    void doesNotCountAnUploadThatIsGivenUpAsALifecycle() {
        assertFalse(first(bucket("lifecycle: { c: { abortIncompleteUploadsAfter: 7d } }"))
                .movesOrExpires());
    }

    @Test
    void movesObjectsFromWarmToCold() {
        Bucket bucket = first(bucket(
                "lifecycle: { age: { transitions: [ { to: standard-ia, after: 30d }, { to: deep-archive, after: 60d }"
                        + " ], expireAfter: 61d } }"));

        assertEquals(2, bucket.lifecycle().getFirst().transitions().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ to: standard-ia, after: 29d } | after is at least 30d for standard-ia, found 29d",
                "{ to: standard, after: 30d } | nothing moves back to standard",
                "{ to: deep-archive, after: 36h } | after is a whole number of days",
                "{ to: deep-archive, after: 30d }, { to: intelligent-tiering, after: 60d } | S3 moves nothing from deep-archive to intelligent-tiering",
                "{ to: one-zone-ia, after: 30d }, { to: glacier-instant-retrieval, after: 90d } | S3 moves nothing from one-zone-ia to glacier-instant-retrieval",
                "{ to: standard-ia, after: 30d }, { to: deep-archive, after: 59d } | objects stay in standard-ia for at least 30d before they move to deep-archive, found 29d",
                "{ to: intelligent-tiering, after: 30d }, { to: deep-archive, after: 30d } | at least 1d",
                "{ to: deep-archive, after: 100d } | expireAfter comes after the last transition, which is at 100d, found 100d",
            })
    void saysWhatIsWrongWithALifecycle(String transitions, String expected) {
        String problem = bucket("lifecycle: { age: { transitions: [ " + transitions + " ], expireAfter: 100d } }")
                .onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:3:") && problem.contains(expected), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ Logs: { account: prod, purpose: logs } } | a bucket's name has 3 to 63 small letters",
                "{ logs: { account: prd, purpose: logs } } | did you mean 'prod'?",
                "{ logs: { account: prod, purpose: log } } | did you mean 'logs'?",
                "{ logs: { account: prod, purpose: logs, region: us-east-9 } } | unknown region 'us-east-9'",
                "{ logs: { account: prod, purpose: logs, key: logs } } | account 'prod' has no key 'logs'",
                "{ logs: { account: prod, purpose: logs, dataClass: users } } | unknown data class 'users'",
                "{ logs: { account: prod, purpose: logs, accessLogs: logs } } | accessLogs is another bucket",
                "{ logs: { account: prod, purpose: logs, accessLogs: log } } | did you mean 'logs'?",
                "{ logs: { account: prod, purpose: logs, objectLock: { retention: 1d } } } | objectLock needs versioning: true",
                "{ logs: { account: prod, purpose: logs, versioning: true, objectLock: { retention: 1h } } } | retention is a whole number of days",
                "{ logs: { account: prod, purpose: logs, replication: { region: eu-central-1 } } } | replication needs versioning: true",
                "{ logs: { account: prod, purpose: logs, lifecycle: { a: {} } } } | a lifecycle rule does something",
                "{ logs: { account: prod, purpose: logs, lifecycle: { a: { noncurrentExpireAfter: 1d } } } } | lifecycle.a.noncurrentExpireAfter needs versioning: true",
                "{ logs: { account: prod, purpose: logs, versioning: true, replication: { region: eu-central-1, bucket: twin } }, twin: { account: prod, purpose: backups } } | bucket 'twin' lies in region 'us-east-1', found 'eu-central-1'",
                "{ data: { account: prod, purpose: data, accessLogs: logs }, logs: { account: prod, purpose: logs, key: aws/s3 } } | S3 writes access logs only to buckets with SSE-S3",
                "{ data: { account: prod, purpose: data, accessLogs: logs }, logs: { account: prod, purpose: logs, versioning: true, objectLock: { retention: 1d } } } | only to buckets without objectLock",
            })
    void saysWhatIsWrongWithABucket(String buckets, String expected) {
        String problem = buckets(buckets).onlyProblemWithAdvice();

        assertTrue(problem.startsWith("architecture.yaml:3:") && problem.contains(expected), problem);
    }

    @Test
    void sendsNoAccessLogsOfLoadBalancersToABucketWithAKey() {
        List<String> printed = bucket("key: aws/s3")
                .architecture(DEV, "dev: { purpose: environment, logs: { albLogs: logs } }")
                .printed();

        assertEquals(1, printed.size(), printed.toString());
        assertTrue(
                printed.getFirst()
                        .contains("load balancers write access logs only to buckets with SSE-S3, found 'logs'"),
                printed.getFirst());
    }
}
