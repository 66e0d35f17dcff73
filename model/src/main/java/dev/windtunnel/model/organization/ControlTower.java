package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An AWS Control Tower landing zone: guardrails over units, and accounts made to order (S75). */
@Doc("An AWS Control Tower landing zone")
public record ControlTower(
        @Doc("Region that it is run from; absent means the architecture's") @Nullable String homeRegion,

        @Doc("Regions that its guardrails hold in; empty means the home region only") @Default("[]")
        List<String> governedRegions,

        @Doc("Account that logs are kept in; absent means one that is not listed") @Nullable String logArchiveAccount,

        @Doc("Account that audits the others; absent means one that is not listed") @Nullable String auditAccount,

        @Doc("Guardrails that are on, by the name of the control: AWS-GR_ENCRYPTED_VOLUMES") @Default("{}")
        List<Guardrail> guardrails,

        @Doc("How accounts are vended; absent means that they are enrolled by hand") @Nullable AccountFactory accountFactory) {

    /** Copies the lists. */
    public ControlTower {
        governedRegions = List.copyOf(governedRegions);
        guardrails = List.copyOf(guardrails);
    }

    /** How new accounts are made. */
    @Doc("How new accounts are made")
    public record AccountFactory(
            @Doc("console, service-catalog, terraform (AFT) or cloudformation (CfCT)")
            Method method,

            @Doc("Repository with the requests for accounts; absent means that none is kept") @Nullable String repository,

            @Doc("What each new account is given: baseline VPC, flow logs, budget, roles") @Default("[]")
            List<String> baseline) {

        /** What an account is ordered by. */
        public enum Method {
            /** A form in the console. */
            CONSOLE,
            /** A product of Service Catalog. */
            SERVICE_CATALOG,
            /** Account Factory for Terraform. */
            TERRAFORM,
            /** Customizations for Control Tower. */
            CLOUDFORMATION
        }

        /** Copies the list. */
        public AccountFactory {
            baseline = List.copyOf(baseline);
        }
    }
}
