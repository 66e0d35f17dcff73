package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Classes of data and where each may lie (S03, S73, S78). */
@Doc("Classes of data, and where they may lie")
public record DataProtection(
        @Doc("Classes of data, by name") @Default("{}") List<DataClass> classes,

        @Doc("Where data may lie at all; absent means anywhere") @Nullable Residency residency) {

    /** Where all data may lie. */
    @Doc("Where data may lie")
    public record Residency(
            @Doc("Regions in which stores, replicas and backups may lie")
            List<String> allowedRegions,

            @Doc("What asks for it: GDPR, contract with a customer") @Default("[]")
            List<String> because) {

        /** @throws IllegalArgumentException if data may lie nowhere */
        public Residency {
            allowedRegions = List.copyOf(allowedRegions);
            because = List.copyOf(because);
            if (allowedRegions.isEmpty()) {
                throw new IllegalArgumentException("allowedRegions names at least one");
            }
        }
    }

    /** @throws IllegalArgumentException if a class may lie where nothing may */
    public DataProtection {
        classes = List.copyOf(classes);
        for (DataClass each : classes) {
            if (residency != null && !residency.allowedRegions().containsAll(each.allowedRegions())) {
                throw new IllegalArgumentException("classes." + each.name()
                        + ".allowedRegions lie within those of residency, "
                        + String.join(", ", residency.allowedRegions()) + ", found "
                        + String.join(", ", each.allowedRegions()));
            }
        }
    }

    /** Nothing is said. */
    public DataProtection() {
        this(List.of(), null);
    }

    /** The class of this name. */
    public Optional<DataClass> dataClass(String name) {
        return classes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The regions in which a class may lie: its own, or else those of all data; empty means anywhere (R-RES-01). */
    public List<String> allowedRegions(DataClass dataClass) {
        if (!dataClass.allowedRegions().isEmpty()) {
            return dataClass.allowedRegions();
        }
        return residency == null ? List.of() : residency.allowedRegions();
    }

    /** The classes that a store holds, by what the classes say; a bucket may say more itself. */
    public List<DataClass> heldBy(String store) {
        return classes.stream().filter(each -> each.stores().contains(store)).toList();
    }
}
