package dev.windtunnel.model.rule.protection;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.messaging.Queue;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.security.DataClass;
import dev.windtunnel.model.security.Key;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether data that has to be encrypted with a key of the customer is: a part of {@link EncryptedEverywhere}. */
record CustomerKeys(Design design, Findings findings) {

    void judge() {
        for (DataClass held : design.architecture().dataProtection().classes()) {
            if (held.encryptionRequired()) {
                stores(held).forEach(store -> store.judge(held, findings));
            }
        }
    }

    /** Something that holds the class, and the key of it. */
    private record Store(String what, String path, @Nullable String key) {

        void judge(DataClass held, Findings findings) {
            if (key == null || key.startsWith(Key.AWS_MANAGED)) {
                findings.at(
                        path,
                        what + " holds " + held.name() + ", expected a KMS key of your own, found "
                                + (key == null ? "none" : key));
            }
        }
    }

    private List<Store> stores(DataClass held) {
        Stream<Store> databases = design.environments().stream()
                .filter(environment -> held.stores().contains(environment.name() + ".database"))
                // A database without any key is found already.
                .filter(environment -> environment.database().key() != null)
                .map(environment -> new Store(
                        "the database of " + environment.name(),
                        Design.path(environment, "database.key"),
                        environment.database().key()));
        Stream<Store> queues = design.environments().stream().flatMap(environment -> queues(environment, held));
        Stream<Store> buckets = design.architecture().buckets().stream()
                .filter(bucket -> isHeld(held, bucket))
                .map(bucket -> new Store("bucket " + bucket.name(), "buckets." + bucket.name() + ".key", bucket.key()));
        return Stream.of(databases, queues, buckets).flatMap(each -> each).toList();
    }

    private static Stream<Store> queues(Environment environment, DataClass held) {
        return environment.queues().stream()
                .filter(queue -> held.stores().contains(environment.name() + ".queues." + queue.name()))
                .map(queue -> store(environment, queue));
    }

    private static Store store(Environment environment, Queue queue) {
        return new Store(
                "queue " + queue.name(), Design.path(environment, "queues." + queue.name() + ".key"), queue.key());
    }

    static boolean isHeld(DataClass held, Bucket bucket) {
        return held.stores().contains(bucket.name())
                || Optional.ofNullable(bucket.dataClass())
                        .filter(held.name()::equals)
                        .isPresent();
    }
}
