package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule group of a web ACL that AWS or a vendor manages (S18). */
@Doc("A managed rule group of a web ACL, by name: AWSManagedRulesCommonRuleSet, ...")
public record ManagedRuleGroup(
        @Named String name,

        @Doc("Who manages it") @Default("AWS") String vendor,

        @Doc("block (as its rules say) or count (only counted, as in a trial)") @Default("block")
        Action action,

        @Doc("Rules of it that are only counted") @Default("[]")
        List<String> countedRules,

        @Doc("Capacity units that it takes; absent means AWS's figure for its own groups (WAF-01)") @Nullable Integer capacity) {

    /** Whether matches are blocked. */
    public enum Action {
        /** As the group's rules say. */
        BLOCK,
        /** Nothing but a count. */
        COUNT
    }

    private static final Map<String, Integer> CAPACITIES = capacities();

    /** @throws IllegalArgumentException if the capacity is none */
    public ManagedRuleGroup {
        countedRules = List.copyOf(countedRules);
        if (capacity != null && capacity < 1) {
            throw new IllegalArgumentException("capacity is at least 1, found " + capacity);
        }
    }

    /** AWS WAF developer guide, list of AWS Managed Rules rule groups. */
    private static Map<String, Integer> capacities() {
        Map<String, Integer> capacities = new LinkedHashMap<>();
        capacities.put("AWSManagedRulesCommonRuleSet", 700);
        capacities.put("AWSManagedRulesAdminProtectionRuleSet", 100);
        capacities.put("AWSManagedRulesKnownBadInputsRuleSet", 200);
        capacities.put("AWSManagedRulesSQLiRuleSet", 200);
        capacities.put("AWSManagedRulesLinuxRuleSet", 200);
        capacities.put("AWSManagedRulesUnixRuleSet", 100);
        capacities.put("AWSManagedRulesPHPRuleSet", 100);
        capacities.put("AWSManagedRulesWordPressRuleSet", 100);
        capacities.put("AWSManagedRulesAmazonIpReputationList", 25);
        capacities.put("AWSManagedRulesAnonymousIpList", 50);
        capacities.put("AWSManagedRulesBotControlRuleSet", 50);
        capacities.put("AWSManagedRulesATPRuleSet", 50);
        return capacities;
    }

    /** Capacity units that it takes; 0 where neither the design nor AWS's list says. */
    public int capacityUnits() {
        return capacity == null ? CAPACITIES.getOrDefault(name, 0) : capacity;
    }
}
