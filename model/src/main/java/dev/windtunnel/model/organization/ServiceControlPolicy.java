package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service control policy: the most that anybody in an account may do, whatever the account itself allows (S49). It says in words
 * what the JSON of such a policy denies; the rest stays allowed, as with the policy {@code FullAWSAccess} beside it.
 */
@Doc("A service control policy")
public record ServiceControlPolicy(
        @Named String name,

        @Doc("Where it holds: root, organizational units or accounts")
        List<String> attachedTo,

        @Doc("What it denies, in words") @Default("[]") List<Denial> denies,

        @Doc("What it denies unless it is so") @Default("[]")
        List<Requirement> requires,

        @Doc("Regions outside which nothing may be done; empty means that no region is barred") @Default("[]")
        List<String> allowedRegions,

        @Doc("Services that allowedRegions does not bar, because they are global: iam, route53") @Default("[]")
        List<String> exemptServices,

        @Doc("Further actions that it denies, as IAM writes them: ec2:DeleteFlowLogs") @Default("[]")
        List<String> actions,

        @Doc("Roles that it does not bind, break-glass among them; a * stands for any letters") @Default("[]")
        List<String> exceptRoles) {

    /** What a policy denies. */
    public enum Denial {
        /** Anything that the root user of an account does. */
        ROOT_USER,
        /** Making access keys of the root user. */
        ROOT_ACCESS_KEYS,
        /** Leaving the organization. */
        LEAVE_ORGANIZATION,
        /** Stopping, deleting or changing trails. */
        DISABLE_CLOUDTRAIL,
        /** Stopping the recorder or deleting rules. */
        DISABLE_CONFIG,
        /** Deleting detectors or leaving their administrator. */
        DISABLE_GUARDDUTY,
        /** Turning it off or leaving its administrator. */
        DISABLE_SECURITY_HUB,
        /** Turning Macie off. */
        DISABLE_MACIE,
        /** Deleting analyzers. */
        DISABLE_ACCESS_ANALYZER,
        /** Deleting flow logs or their log groups. */
        DELETE_FLOW_LOGS,
        /** Deleting or rewriting logs in the central bucket. */
        DELETE_LOGS,
        /** Loosening the account's or a bucket's public access block. */
        PUBLIC_BUCKETS,
        /** Turning off EBS encryption by default. */
        DISABLE_EBS_ENCRYPTION,
        /** Deleting KMS keys, or scheduling it. */
        DELETE_KEYS,
        /** Making IAM users and their keys, past Identity Center. */
        IAM_USERS,
        /** Changing billing, payment or tax. */
        CHANGE_BILLING,
        /** Attaching internet gateways to VPCs, past the network team. */
        INTERNET_GATEWAYS
    }

    /** What must be so lest a policy denies it. */
    public enum Requirement {
        /** New volumes, snapshots and databases are encrypted. */
        ENCRYPTED_STORAGE,
        /** Objects are put with KMS encryption. */
        ENCRYPTED_UPLOADS,
        /** S3 is spoken to over TLS. */
        TLS,
        /** Instances ask the metadata service by its second version. */
        IMDSV2,
        /** People have shown a second factor. */
        MFA,
        /** What costs money carries the tags of cost allocation. */
        TAGS
    }

    /** @throws IllegalArgumentException if it denies nothing or holds nowhere */
    public ServiceControlPolicy {
        attachedTo = List.copyOf(attachedTo);
        denies = List.copyOf(denies);
        requires = List.copyOf(requires);
        allowedRegions = List.copyOf(allowedRegions);
        exemptServices = List.copyOf(exemptServices);
        actions = List.copyOf(actions);
        exceptRoles = List.copyOf(exceptRoles);
        if (attachedTo.isEmpty()) {
            throw new IllegalArgumentException("attachedTo names root, a unit or an account; or it holds nowhere");
        }
        if (Stream.of(denies, requires, allowedRegions, actions).allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "a service control policy denies something: add denies, requires, allowedRegions or actions");
        }
        if (!exemptServices.isEmpty() && allowedRegions.isEmpty()) {
            throw new IllegalArgumentException("exemptServices needs allowedRegions, from which they are exempt");
        }
        actions.forEach(action -> PolicyStatement.requireAction("actions", action));
    }

    /** Whether it restricts the root user (R-ACC-02). */
    public boolean restrictsRoot() {
        return denies.contains(Denial.ROOT_USER);
    }
}
