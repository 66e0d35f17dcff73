package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import org.jspecify.annotations.Nullable;

/** An organizational unit: accounts that the same policies hold for (S05). Accounts name the unit that they stand in. */
@Doc("An organizational unit")
public record OrganizationalUnit(
        @Named String name,

        @Doc("Unit that it stands in; absent means right below the root") @Nullable String parent) {}
