package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.analytic.Availability;
import dev.windtunnel.simulator.analytic.RareFaults;
import dev.windtunnel.simulator.analytic.Redundancy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Availability by the product's closed forms: groups of components in series, a standby, rare faults. */
final class AvailabilityModel {

    private static final double HOURS_PER_YEAR = Availability.MINUTES_PER_YEAR / 60;

    private AvailabilityModel() {}

    static CaseModel read(JsonValue model) {
        if (model.has("components")) {
            return series(model.get("components"));
        }
        if (model.has("faults")) {
            return faults(model);
        }
        if (model.has("primary_mtbf_h")) {
            return standby(model);
        }
        throw new NotUnderstood("availability of " + String.join(", ", model.keys()));
    }

    private static CaseModel series(JsonValue components) {
        List<Redundancy> groups = new ArrayList<>();
        for (JsonValue component : components.elements()) {
            if (!component
                    .find("repair")
                    .map(JsonValue::text)
                    .orElse("independent")
                    .equals("independent")) {
                throw new NotUnderstood("repair " + component.get("repair").text());
            }
            int count = component.get("count").whole(1);
            int need = component.get("need").whole(0);
            if (need > count) {
                throw component.get("need").expected("at most 'count'");
            }
            groups.add(new Redundancy(
                    need,
                    count,
                    new Availability(
                            component.get("mttf_h").positive(),
                            component.get("mttr_h").positive())));
        }
        if (groups.isEmpty()) {
            throw components.expected("at least one component");
        }
        double logUp = 0;
        double outagesPerUpHour = 0;
        double meanUp = 0;
        for (Redundancy group : groups) {
            logUp += StrictMath.log1p(-group.unavailability());
            outagesPerUpHour += failureRate(group) / (1 - group.unavailability());
            meanUp += group.meanUp();
        }
        double up = StrictMath.exp(logUp);
        return common(up, -StrictMath.expm1(logUp), outagesPerUpHour * up * HOURS_PER_YEAR, meanUp);
    }

    /** How often a group goes down, per hour: P(exactly as many up as needed) times their failure rate. */
    private static double failureRate(Redundancy group) {
        if (group.needed() == 0) {
            return 0;
        }
        double enough = 1 - group.unavailability();
        double spare = group.needed() == group.installed()
                ? 0
                : 1 - new Redundancy(group.needed() + 1, group.installed(), group.component()).unavailability();
        return (enough - spare) * group.needed() / group.component().meanUp();
    }

    private static CaseModel standby(JsonValue model) {
        Availability database = Availability.withFailover(
                model.get("primary_mtbf_h").positive(),
                model.get("failover_s").positive() / 3600,
                model.get("p_failover_ok").share(),
                model.get("manual_recovery_s").positive() / 3600);
        return common(
                database.share(), database.unavailability(), database.outageRate() * HOURS_PER_YEAR, database.share());
    }

    private static CaseModel common(double up, double down, double outagesPerYear, double meanUp) {
        return new ComputedModel(metric -> switch (metric) {
            case "availability" -> OptionalDouble.of(up);
            case "unavailability" -> OptionalDouble.of(down);
            case "expected_up" -> OptionalDouble.of(meanUp);
            case "downtime_min_per_year" -> OptionalDouble.of(down * Availability.MINUTES_PER_YEAR);
            case "outages_per_year" -> OptionalDouble.of(outagesPerYear);
            default -> OptionalDouble.empty();
        });
    }

    private static CaseModel faults(JsonValue model) {
        List<JsonValue> written = model.get("faults").elements();
        List<RareFaults.Kind> kinds = written.stream()
                .map(fault -> RareFaults.Kind.constant(
                        fault.get("per_year").positive(),
                        fault.get("error_requests_each").positive()))
                .toList();
        RareFaults faults = new RareFaults(kinds);
        double requests = model.get("requests_per_year").positive();
        List<String> names = written.stream()
                .map(fault -> "p_no_" + fault.get("name").text().replace(' ', '_') + "_in_year")
                .toList();
        return new ComputedModel(metric -> switch (metric) {
            case "expected_error_requests_per_year" -> OptionalDouble.of(faults.meanPerYear());
            case "expected_error_ratio" -> OptionalDouble.of(faults.meanPerYear() / requests);
            case "error_requests_variance_poisson" -> OptionalDouble.of(faults.variancePerYear());
            default ->
                names.contains(metric)
                        ? OptionalDouble.of(kinds.get(names.indexOf(metric)).probabilityOfNone())
                        : OptionalDouble.empty();
        });
    }
}
