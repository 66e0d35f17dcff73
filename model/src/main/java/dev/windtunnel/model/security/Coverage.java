package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import java.util.List;

/** Where a service is on: its keys stand beside those of the service. */
@Doc("Where a service is on")
public record Coverage(
        @Doc("Accounts that it is on in; empty means all") @Default("[]")
        List<String> accounts,

        @Doc("Regions that it is on in; empty means the architecture's") @Default("[]")
        List<String> regions) {

    /** Copies the lists. */
    public Coverage {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }

    /** All accounts, in the architecture's region. */
    public Coverage() {
        this(List.of(), List.of());
    }

    /**
     * Whether it is on in an account and a region (R-NET-14).
     *
     * @param homeRegion the architecture's region
     */
    public boolean covers(String account, String region, String homeRegion) {
        boolean inAccount = accounts.isEmpty() || accounts.contains(account);
        return inAccount && (regions.isEmpty() ? region.equals(homeRegion) : regions.contains(region));
    }
}
