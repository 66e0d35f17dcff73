package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Doc;
import java.util.List;
import java.util.Optional;

/** An AWS Organization. */
@Doc("The AWS Organization and its accounts")
public record Organization(
        @Doc("The organization's name") String name,
        @Doc("The accounts, by name") List<Account> accounts) {

    /** @throws IllegalArgumentException without accounts */
    public Organization {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("an organization has at least one account");
        }
    }

    /** The account of this name. */
    public Optional<Account> account(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
