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
        if (model.has("mttf_h")) {
            return series(List.of(model));
        }
        if (model.has("components")) {
            List<JsonValue> components = model.get("components").elements();
            if (components.isEmpty()) {
                throw model.get("components").expected("at least one component");
            }
            return series(components);
        }
        if (model.has("faults")) {
            return faults(model);
        }
        if (model.has("primary_mtbf_h")) {
            return standby(model);
        }
        throw new NotUnderstood("availability of " + String.join(", ", model.keys()));
    }

    private static CaseModel series(List<JsonValue> components) {
        List<Group> groups = new ArrayList<>();
        for (JsonValue component : components) {
            groups.add(group(component));
        }
        double logUp = 0;
        double outagesPerUpHour = 0;
        double meanUp = 0;
        for (Group group : groups) {
            double down = group.unavailability(group.parts().needed());
            logUp += StrictMath.log1p(-down);
            outagesPerUpHour += group.failureRate() / (1 - down);
            meanUp += group.meanUp();
        }
        double up = StrictMath.exp(logUp);
        return common(up, -StrictMath.expm1(logUp), outagesPerUpHour * up * HOURS_PER_YEAR, meanUp);
    }

    /**
     * Equal parts, and how many of them are repaired at a time.
     *
     * @param repairers as many as parts if each is repaired on its own
     */
    private record Group(Redundancy parts, int repairers) {

        private boolean isIndependent() {
            return repairers >= parts.installed();
        }

        /** P(fewer than so many are up). */
        double unavailability(int needed) {
            Redundancy asked = new Redundancy(needed, parts.installed(), parts.component());
            return isIndependent() ? asked.unavailability() : asked.unavailabilityWithSharedRepair(repairers);
        }

        double meanUp() {
            return isIndependent() ? parts.meanUp() : parts.meanUpWithSharedRepair(repairers);
        }

        /** How often it goes down, per hour: P(exactly as many up as needed) times their failure rate. */
        double failureRate() {
            int needed = parts.needed();
            if (needed == 0) {
                return 0;
            }
            double fewerThanOneMore = needed == parts.installed() ? 1 : unavailability(needed + 1);
            return (fewerThanOneMore - unavailability(needed))
                    * needed
                    / parts.component().meanUp();
        }
    }

    private static Group group(JsonValue component) {
        int count = component.find("count").map(value -> value.whole(1)).orElse(1);
        int need = component.find("need").map(value -> value.whole(0)).orElse(count);
        if (need > count) {
            throw component.get("need").expected("at most 'count'");
        }
        Availability one = new Availability(
                component.get("mttf_h").positive(), component.get("mttr_h").positive());
        return new Group(new Redundancy(need, count, one), repairers(component, count));
    }

    /** {@code independent}, or {@code shared} by one crew or by as many as {@code crews} says. */
    private static int repairers(JsonValue component, int count) {
        String repair = component.find("repair").map(JsonValue::text).orElse("independent");
        if (repair.equals("independent")) {
            return count;
        }
        boolean isShared = repair.contains("shared") || repair.contains("single") || repair.contains("one ");
        if (!isShared) {
            throw new NotUnderstood("repair " + repair);
        }
        for (String key : List.of("crews", "repair_crews", "repairers")) {
            if (component.has(key)) {
                return component.get(key).whole(1);
            }
        }
        return 1;
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
