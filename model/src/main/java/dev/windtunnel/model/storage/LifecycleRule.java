package dev.windtunnel.model.storage;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle rule: where objects go as they age, and when they go for good (S66). Times are whole days since the object was made.
 */
@Doc("A lifecycle rule; ages are whole days")
public record LifecycleRule(
        @Named String name,

        @Doc("Keys that it holds for begin with this; empty means all") @Default("''")
        String prefix,

        @Doc("Classes that objects move to, in order of age, each {to, after}") @Default("[]")
        List<Transition> transitions,

        @Doc("Age at which objects are deleted; absent means never") @Nullable Duration expireAfter,

        @Doc("Time after which a former version is deleted; absent means never") @Nullable Duration noncurrentExpireAfter,

        @Doc("Time after which an upload that was not finished is given up; absent means never") @Nullable Duration abortIncompleteUploadsAfter) {

    /** A move to another class. */
    @Doc("A move to another class")
    public record Transition(
            @Doc(
                    "intelligent-tiering, standard-ia, one-zone-ia, glacier-instant-retrieval, glacier-flexible-retrieval or deep-archive")
            StorageClass to,

            @Doc("Age of the object, in whole days; 30d at least for standard-ia and one-zone-ia")
            Duration after) {

        /** @throws IllegalArgumentException for a move that the service does not do */
        public Transition {
            requireDays("after", after, 0);
            if (to == StorageClass.STANDARD) {
                throw new IllegalArgumentException("to is a colder class: nothing moves back to standard");
            }
            if (to.isInfrequentAccess() && after.toDays() < StorageClass.LEAST_DAYS_AROUND_IA) {
                throw new IllegalArgumentException("after is at least " + StorageClass.LEAST_DAYS_AROUND_IA + "d for "
                        + word(to) + ", found " + Durations.print(after));
            }
        }
    }

    /** @throws IllegalArgumentException for moves that the service does not do, or a rule without effect */
    public LifecycleRule {
        transitions = List.copyOf(transitions);
        requireDays("expireAfter", expireAfter, 1);
        requireDays("noncurrentExpireAfter", noncurrentExpireAfter, 1);
        requireDays("abortIncompleteUploadsAfter", abortIncompleteUploadsAfter, 1);
        boolean does = expireAfter != null || noncurrentExpireAfter != null || abortIncompleteUploadsAfter != null;
        if (transitions.isEmpty() && !does) {
            throw new IllegalArgumentException(
                    "a lifecycle rule does something: add transitions, expireAfter, noncurrentExpireAfter or"
                            + " abortIncompleteUploadsAfter");
        }
        for (int i = 1; i < transitions.size(); i++) {
            requireOrder(transitions.get(i - 1), transitions.get(i));
        }
        if (expireAfter != null
                && !transitions.isEmpty()
                && expireAfter.compareTo(transitions.getLast().after()) <= 0) {
            throw new IllegalArgumentException("expireAfter comes after the last transition, which is at "
                    + Durations.print(transitions.getLast().after()) + ", found " + Durations.print(expireAfter));
        }
    }

    private static void requireOrder(Transition earlier, Transition later) {
        if (!earlier.to().mayMoveTo(later.to())) {
            throw new IllegalArgumentException("transitions go from warm to cold, and S3 moves nothing from "
                    + word(earlier.to()) + " to " + word(later.to()));
        }
        long days = later.after().toDays() - earlier.after().toDays();
        long least = earlier.to().isInfrequentAccess() ? StorageClass.LEAST_DAYS_AROUND_IA : 1;
        if (days < least) {
            throw new IllegalArgumentException("transitions: objects stay in " + word(earlier.to()) + " for at least "
                    + least + "d before they move to " + word(later.to()) + ", found " + days + "d");
        }
    }

    static void requireDays(String key, @Nullable Duration found, int least) {
        if (found != null && (found.toDays() < least || !found.equals(Duration.ofDays(found.toDays())))) {
            throw new IllegalArgumentException(
                    key + " is a whole number of days, " + least + "d at least, found " + Durations.print(found));
        }
    }

    private static String word(StorageClass storageClass) {
        return storageClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
