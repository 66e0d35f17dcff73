package dev.windtunnel.model.database;

/** What the database runs (S42, S71). */
public enum Engine {
    /** RDS for PostgreSQL: an instance with its own volume. */
    POSTGRES,
    /** Aurora PostgreSQL: instances on a volume that they share (AUR-01). */
    AURORA_POSTGRESQL
}
