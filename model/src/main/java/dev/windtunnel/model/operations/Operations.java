package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the system is run: its infrastructure code, policies, runbooks, drills and habits of cost (S63 to S65, S67 to S70, S79). */
@Doc("Runbooks, drills, infrastructure as code, and cost practices")
public record Operations(
        @Doc("Infrastructure as code; absent means that it is made by hand (S67)") @Nullable InfrastructureCode infrastructure,

        @Doc("Policies as code, by name (S68)") @Default("{}")
        List<PolicyAsCode> policies,

        @Doc("Runbooks, by name (S69)") @Default("{}") List<Runbook> runbooks,

        @Doc("Game days and drills, by name (S70)") @Default("{}")
        List<Drill> drills,

        @Doc("Where people are told what happens, by name (S69)") @Default("{}")
        List<Notification> notifications,

        @Doc("Right-sizing, commitments, Spot and what is done about cost each week (S63 to S65, S79)") @Default("{}")
        CostPractices cost) {

    /** Copies the lists. */
    public Operations {
        policies = List.copyOf(policies);
        runbooks = List.copyOf(runbooks);
        drills = List.copyOf(drills);
        notifications = List.copyOf(notifications);
    }

    /** Nothing said of it. */
    public Operations() {
        this(null, List.of(), List.of(), List.of(), List.of(), new CostPractices());
    }
}
