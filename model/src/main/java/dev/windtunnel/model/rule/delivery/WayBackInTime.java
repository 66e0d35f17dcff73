package dev.windtunnel.model.rule.delivery;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.delivery.Delivery;
import dev.windtunnel.model.delivery.GitOps;
import dev.windtunnel.model.delivery.Rollback;
import dev.windtunnel.model.observability.BurnRate;
import dev.windtunnel.model.observability.Observability;
import dev.windtunnel.model.observability.Receiver;
import dev.windtunnel.model.observability.Slo;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.rule.DesignRule;
import dev.windtunnel.model.rule.Findings;
import dev.windtunnel.model.rule.RuleFacts;
import dev.windtunnel.model.rule.Scope;
import dev.windtunnel.model.rule.Severity;
import dev.windtunnel.model.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every service has a way back from a bad release, one that works, and that ends before a release that breaks every request
 * has spent the error budget: {@code detection + people + way back <= (1 - good) x window}. A complete failure is detected
 * after {@code burn x (1 - good) x long window} (SLO-02).
 */
final class WayBackInTime implements DesignRule {

    /** Long ends of what the ways back take once they have begun (DEL-09, DEL-11). */
    private static final Duration GIT_REVERT = Duration.ofMinutes(10);

    private static final Duration ROLLOUT_ABORT = Duration.ofMinutes(1);
    private static final Duration ROLLOUT_UNDO = Duration.ofMinutes(3);

    private static final RuleFacts FACTS = new RuleFacts(
            "R-DEL-05",
            Severity.WARNING,
            "a bad release lasts as long as it takes to find the way back",
            List.of("S62"),
            "DEL-09, DEL-11, SLO-02, OBS-06",
            "write delivery.rollback for each service, automatic: true where people are too slow for the objective");

    @Override
    public RuleFacts facts() {
        return FACTS;
    }

    @Override
    public void judge(Design design, Findings findings) {
        Delivery delivery = design.architecture().delivery();
        if (delivery.equals(new Delivery())) {
            return;
        }
        for (Environment environment : Scope.production(design)) {
            for (Workload workload : Scope.serving(design, environment)) {
                Optional<Rollback> way = delivery.rollback().stream()
                        .filter(each -> each.workload().equals(workload.name()))
                        .findFirst();
                String path = "delivery.rollback." + workload.name();
                if (way.isPresent()) {
                    works(delivery, workload, way.get(), path, findings);
                    environment
                            .observability()
                            .slos()
                            .forEach(slo -> inTime(environment, slo, way.get(), path, findings));
                } else if (workload.rollout().rollback() == null) {
                    findings.at(path, "expected a way back from a bad release of " + workload.name() + ", found none");
                }
            }
        }
    }

    private static void works(Delivery delivery, Workload workload, Rollback way, String path, Findings findings) {
        if (way.by() == Rollback.Path.ROLLOUT_ABORT && !workload.rollout().isProgressive()) {
            findings.at(
                    path + ".by",
                    "expected git-revert, found rollout-abort: " + workload.name()
                            + " has no canary or blueGreen strategy that could be aborted");
        }
        GitOps gitOps = delivery.gitOps();
        if (way.by() == Rollback.Path.ROLLOUT_UNDO
                && gitOps != null
                && gitOps.environments().stream().anyMatch(GitOps.Sync::selfHeal)) {
            findings.at(
                    path + ".by",
                    "expected git-revert, found rollout-undo, which Argo CD's self-heal takes back after "
                            + Durations.print(gitOps.selfHealDelay()));
        }
    }

    private static void inTime(Environment environment, Slo slo, Rollback way, String path, Findings findings) {
        Duration page = pagedAfter(slo);
        if (slo.latency() != null || page == null) {
            return;
        }
        Duration budget = seconds((1 - slo.good().value()) * slo.window().toSeconds());
        Duration people = way.automatic() ? Duration.ZERO : people(environment.observability(), slo);
        Duration back =
                switch (way.by()) {
                    case GIT_REVERT -> GIT_REVERT;
                    case ROLLOUT_ABORT -> ROLLOUT_ABORT;
                    case ROLLOUT_UNDO -> ROLLOUT_UNDO;
                };
        Duration whole = page.plus(people).plus(back);
        if (whole.compareTo(budget) > 0) {
            findings.at(
                    path,
                    "a release that fails every request is taken back after page " + Durations.print(page)
                            + (people.isZero() ? "" : " + people " + Durations.print(people))
                            + " + way back " + Durations.print(back) + " = " + Durations.print(whole) + ", and the "
                            + Durations.print(budget) + " that " + slo.name() + " allows (" + slo.good() + " over "
                            + Durations.print(slo.window()) + ") are spent");
        }
    }

    /** Time until the objective's first page when every request fails; null if it never pages. */
    private static @Nullable Duration pagedAfter(Slo slo) {
        double first = slo.alerts().stream()
                .filter(alert -> alert.tells() == BurnRate.Notify.PAGE)
                .mapToDouble(alert -> alert.burn()
                        * (1 - slo.good().value())
                        * alert.longWindow().toSeconds())
                .min()
                .orElse(-1);
        return slo.page().isEmpty() || first < 0 ? null : seconds(first);
    }

    /** Mean time from the page until the fastest receiver has hands on the keyboard. */
    private static Duration people(Observability observability, Slo slo) {
        double fastest = observability.receivers().stream()
                .filter(receiver -> slo.page().contains(receiver.name()))
                .mapToDouble(WayBackInTime::answer)
                .min()
                .orElse(0);
        return seconds(fastest);
    }

    private static double answer(Receiver receiver) {
        return receiver.delay().meanSeconds()
                + receiver.acknowledgment().meanSeconds()
                + receiver.handsOn().meanSeconds();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }
}
