package dev.windtunnel.model.rule.account;

import dev.windtunnel.model.organization.Account;
import dev.windtunnel.model.organization.Account.Purpose;
import dev.windtunnel.model.rule.Design;
import dev.windtunnel.model.storage.Bucket;
import java.util.List;
import java.util.Optional;

/** Who owns what in a design: accounts by their purpose, and the owners of buckets. */
final class Owners {

    private Owners() {}

    static List<Account> accounts(Design design) {
        return design.architecture().organization().accounts();
    }

    /** The names of the accounts that are for this. */
    static List<String> of(Design design, Purpose purpose) {
        return accounts(design).stream()
                .filter(account -> account.purpose() == purpose)
                .map(Account::name)
                .toList();
    }

    static Optional<Bucket> bucket(Design design, String name) {
        return design.architecture().buckets().stream()
                .filter(bucket -> bucket.name().equals(name))
                .findFirst();
    }

    /** The accounts in which environments run, each once, in the order of the environments. */
    static List<String> withEnvironments(Design design) {
        return design.environments().stream()
                .map(environment -> environment.account())
                .distinct()
                .toList();
    }
}
