package dev.windtunnel.model.delivery;

import dev.windtunnel.model.unit.Distribution;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a stage of a pipeline does, with the time it takes for a small service (DEL-01, all estimates). */
public enum StageKind {
    /** Fetch the sources and what they depend on. */
    CHECKOUT("40s"),
    /** Read the code for known mistakes (S35). */
    LINT("20s"),
    /** Run the tests (S35). */
    TEST("90s"),
    /** Judge infrastructure and manifests by policies (S68). */
    POLICY("15s"),
    /** Build images, in several stages (S35). */
    BUILD("100s"),
    /** List what an image holds (S36). */
    SBOM("15s"),
    /** Look for known vulnerabilities (S36). */
    SCAN("30s"),
    /** Sign the image (S36). */
    SIGN("8s"),
    /** Push to the registry (S37). */
    PUSH("20s"),
    /** Take a manual snapshot of the database before the release (S44). */
    SNAPSHOT("300s"),
    /** Change the schema of the database. */
    MIGRATE("30s"),
    /** Plan changes of the infrastructure (S67). */
    PLAN("60s"),
    /** Apply changes of the infrastructure (S67). */
    APPLY("180s"),
    /** Ask for the new image in the configuration repository (S59). */
    CONFIG_CHANGE("10s"),
    /** Wait for a person, DEL-04. */
    APPROVAL("2700s"),
    /** Bring it into the cluster by hand of the pipeline, without GitOps. */
    DEPLOY("120s"),
    /** Try the release in its environment. */
    VERIFY("120s");

    private final String median;

    StageKind(String median) {
        this.median = median;
    }

    /** Its time where a stage does not say its own: lognormal around the figure of DEL-01 with sigma 0.35. */
    public Distribution usualTime() {
        String sigma = this == APPROVAL ? "1.0" : "0.35";
        return Distribution.parse("lognormal(median " + median + ", sigma " + sigma + ")");
    }

    /** The kind of this word, {@code config-change}; empty if there is none. */
    public static Optional<StageKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
