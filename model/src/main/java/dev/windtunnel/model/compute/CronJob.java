package dev.windtunnel.model.compute;

import dev.windtunnel.model.compute.pod.ContainerImage;
import dev.windtunnel.model.compute.pod.ServiceAccount;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Schedule;
import dev.windtunnel.model.unit.Share;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Kubernetes CronJob (S20, S65); its defaults are Kubernetes'. */
@Doc("A CronJob")
public record CronJob(
        @Named String name,

        @Doc("Cron schedule of five fields, such as '0 3 * * *'")
        Schedule schedule,

        @Doc("Time zone of the schedule; EKS' own clocks run in UTC") @Default("UTC")
        ZoneId timeZone,

        @Doc("Kubernetes namespace") @Default("default") String namespace,

        @Doc("Workload of the environment whose image and configuration it runs with; absent if image is written")
        @Nullable String workload,

        @Doc("Its own image; absent if workload is written") @Nullable ContainerImage image,

        @Doc("What the scheduler sets aside for its pod") Resources requests,
        @Doc("What its pod may use at most") Resources limits,
        @Doc("How long its work takes, once started") Distribution duration,

        @Doc("Share of the requested CPU that it uses while it works (estimate)") @Default("100%")
        Share cpuUse,

        @Doc("What becomes of a start while the former run still works: allow, forbid or replace") @Default("allow")
        Concurrency concurrencyPolicy,

        @Doc("Time by which a start may be late, after which it is left out; absent means no bound") @Nullable Duration startingDeadline,

        @Doc("Time after which its pods are stopped; absent means never") @Nullable Duration activeDeadline,

        @Doc("Tries again after a failure") @Default("6") int backoffLimit,
        @Doc("Pods at once") @Default("1") int parallelism,
        @Doc("Pods that must succeed") @Default("1") int completions,

        @Doc("Whether it is not started at all") @Default("false")
        boolean suspend,

        @Doc("Node pools it tolerates, by name; empty means all") @Default("[]")
        List<String> nodePools,

        @Doc("critical, normal or deferrable") @Default("deferrable")
        Criticality criticality,

        @Doc("Service account, IAM role and calls of AWS; absent means the namespace's default account and no calls")
        @Nullable ServiceAccount serviceAccount) {

    /** What becomes of a start while the former run still works. */
    public enum Concurrency {
        /** Both work. */
        ALLOW,
        /** The new one is left out. */
        FORBID,
        /** The old one is stopped. */
        REPLACE
    }

    /** @throws IllegalArgumentException if it says nothing to run, or a limit or count is out of its range */
    public CronJob {
        nodePools = List.copyOf(nodePools);
        if ((workload == null) == (image == null)) {
            throw new IllegalArgumentException(
                    "workload or image is written, found " + (workload == null ? "neither" : "both"));
        }
        if (limits.cpu().compareTo(requests.cpu()) < 0 || limits.memory().compareTo(requests.memory()) < 0) {
            throw new IllegalArgumentException("limits are at least the requests, found limits " + limits.cpu() + ", "
                    + limits.memory() + " and requests " + requests.cpu() + ", " + requests.memory());
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is at least 1, found " + parallelism);
        }
        if (completions < 1) {
            throw new IllegalArgumentException("completions is at least 1, found " + completions);
        }
        if (backoffLimit < 0) {
            throw new IllegalArgumentException("backoffLimit is not negative, found " + backoffLimit);
        }
        if (activeDeadline != null && activeDeadline.isZero()) {
            throw new IllegalArgumentException("activeDeadline is longer than 0s");
        }
    }
}
