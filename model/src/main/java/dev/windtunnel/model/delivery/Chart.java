package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Helm chart with a file of values for each environment (S38). */
@Doc("A Helm chart")
public record Chart(
        @Named String name,
        @Doc("Repository that holds it") String repository,
        @Doc("Folder of the chart in it") String path,

        @Doc("File of values beside it, {environment} for the environment") @Default("values-{environment}.yaml")
        String values,

        @Doc("Version; absent means that of the commit") @Nullable String version,

        @Doc("Workloads that it installs; empty means the workload of its name") @Default("[]")
        List<String> workloads) {

    /** @throws IllegalArgumentException without a path */
    public Chart {
        workloads = List.copyOf(workloads);
        if (path.isBlank()) {
            throw new IllegalArgumentException("path is not empty");
        }
    }

    /** The file of values of an environment. */
    public String valuesFor(String environment) {
        return values.replace("{environment}", environment);
    }

    /** The workloads that it installs. */
    public List<String> installs() {
        return workloads.isEmpty() ? List.of(name) : workloads;
    }
}
