package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.ByteSize;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.unit.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A web ACL of AWS WAF: what is let in, before the load balancer or a distribution (S18). */
@Doc("A web ACL of AWS WAF")
public record WebAcl(
        @Named String name,

        @Doc("regional (load balancer, API Gateway) or cloudfront") @Default("regional")
        Scope scope,

        @Doc("What becomes of requests that no rule decides: allow or block") @Default("allow")
        DefaultAction defaultAction,

        @Doc("Managed rule groups, by name, in the order they are asked") @Default("{}")
        List<ManagedRuleGroup> managedRuleGroups,

        @Doc("Rate-based rules, by name") @Default("{}") List<RateRule> rateRules,

        @Doc("Countries, by two letters, whose requests are blocked") @Default("[]")
        List<String> blockedCountries,

        @Doc("Largest part of a body that is looked at, 8Ki to 64Ki; what lies behind is not (WAF-03)") @Default("8Ki")
        ByteSize bodyInspection,

        @Doc("Share of all traffic that is not wanted and blocked with 403 (ALB-25; estimate)") @Default("0%")
        Share blockedShare,

        @Doc("Share of wanted traffic that is blocked by mistake (WAF-06; estimate)") @Default("0.02%")
        Share falsePositives,

        @Doc("Time that it adds to a request (WAF-05; estimate)") @Default("lognormal(median 1.5ms, sigma 0.6)")
        Distribution latency,

        @Doc("Where its log goes: a bucket, log group or stream; absent means that it keeps none") @Nullable String logs) {

    /** What a web ACL can stand before. */
    public enum Scope {
        /** Load balancers and API Gateway of a region. */
        REGIONAL,
        /** Distributions. */
        CLOUDFRONT
    }

    /** What becomes of requests that no rule decides. */
    public enum DefaultAction {
        /** They pass. */
        ALLOW,
        /** They get 403. */
        BLOCK
    }

    /** Capacity units of a web ACL at most (WAF-01). */
    public static final int MOST_CAPACITY_UNITS = 5000;

    private static final ByteSize LEAST_BODY = ByteSize.parse("8Ki");
    private static final ByteSize MOST_BODY = ByteSize.parse("64Ki");

    /** @throws IllegalArgumentException beyond what WAF takes */
    public WebAcl {
        managedRuleGroups = List.copyOf(managedRuleGroups);
        rateRules = List.copyOf(rateRules);
        blockedCountries = List.copyOf(blockedCountries);
        if (bodyInspection.compareTo(LEAST_BODY) < 0 || bodyInspection.compareTo(MOST_BODY) > 0) {
            throw new IllegalArgumentException("bodyInspection lies between 8Ki and 64Ki, found " + bodyInspection);
        }
        int units = units(managedRuleGroups, rateRules, blockedCountries);
        if (units > MOST_CAPACITY_UNITS) {
            throw new IllegalArgumentException("managedRuleGroups and rules take at most " + MOST_CAPACITY_UNITS
                    + " capacity units, found " + units);
        }
        for (String country : blockedCountries) {
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException(
                        "blockedCountries holds codes of two capital letters such as KP, found " + country);
            }
        }
    }

    /** Capacity units that its rules take; above 1500 WAF costs more (WAF-01). */
    public int capacityUnits() {
        return units(managedRuleGroups, rateRules, blockedCountries);
    }

    private static int units(List<ManagedRuleGroup> groups, List<RateRule> rates, List<String> countries) {
        int managed = groups.stream().mapToInt(ManagedRuleGroup::capacityUnits).sum();
        return managed + rates.size() * RateRule.CAPACITY_UNITS + (countries.isEmpty() ? 0 : 1);
    }
}
