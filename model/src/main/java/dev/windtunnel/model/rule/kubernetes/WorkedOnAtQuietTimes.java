package dev.windtunnel.model.rule.kubernetes;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.NodePool;
import dev.windtunnel.model.compute.cluster.MaintenanceWindows;
import dev.windtunnel.model.compute.node.BusyTimes;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.WeeklyWindow;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clusters are upgraded and their nodes renewed in windows, outside of the times at which the design says that it is busy (the
 * budgets of its node pools that let no node go), and not while the database is worked on.
 */
final class WorkedOnAtQuietTimes implements DesignRule {

    /** A week of winter and one of summer, for zones whose clocks change. */
    private static final List<LocalDate> WEEKS = List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 7, 6));

    private static final RuleFacts FACTS = new RuleFacts(
            "R-K8S-13",
            Severity.WARNING,
            "nodes that are replaced at the peak take pods along when they are needed, and two works at once hide each other's faults",
            List.of("S34"),
            "RDS-34; Kubernetes sheet, sections 11.3 and 14",
            "write cluster.maintenance.upgrade and amiRefresh at quiet times of other days than database.maintenance.window");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        for (Environment environment : Scope.beyondDevelopment(design)) {
            MaintenanceWindows windows = environment.cluster().maintenance();
            if (windows.upgrade() == null && windows.amiRefresh() == null) {
                findings.at(
                        Design.path(environment, "cluster.maintenance"),
                        "expected windows for upgrades and for new node images, found none");
                continue;
            }
            window(environment, "upgrade", windows.upgrade(), findings);
            window(environment, "amiRefresh", windows.amiRefresh(), findings);
        }
    }

    private static void window(Environment environment, String key, @Nullable WeeklyWindow window, Findings findings) {
        String path = Design.path(environment, "cluster.maintenance." + key);
        if (window == null) {
            findings.at(path, "expected a window, found none");
            return;
        }
        WeeklyWindow database = environment.database().maintenance().window();
        if (database != null && WEEKS.stream().anyMatch(week -> window.overlaps(database, week))) {
            findings.at(path, window + " overlaps the database's window, " + database);
        }
        for (NodePool pool : environment.cluster().nodePools()) {
            BusyTimes.during(window, pool)
                    .ifPresent(busy -> findings.at(
                            path,
                            window + " overlaps the time in which pool " + pool.name() + " lets no node go, "
                                    + BusyTimes.words(busy)));
        }
    }
}
