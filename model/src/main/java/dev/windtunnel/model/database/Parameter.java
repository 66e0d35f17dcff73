package dev.windtunnel.model.database;

import dev.windtunnel.model.notation.Doc;

/** A parameter of PostgreSQL that differs from RDS's default group. */
@Doc("A parameter that differs from the default parameter group")
public record Parameter(
        @Doc("Its name, rds.force_ssl") String name,
        @Doc("Its value, in PostgreSQL's unit for it") String value) {

    /** @throws IllegalArgumentException without a name */
    public Parameter {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is not empty");
        }
    }
}
