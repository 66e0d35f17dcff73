package dev.windtunnel.model.database;

/** Kind of EBS volume below an RDS instance. */
public enum VolumeType {
    /** General purpose, I/O by size, with bursts (RDS-42). */
    GP2,
    /** General purpose, a base of I/O with every size (RDS-40). */
    GP3,
    /** Provisioned I/O (RDS-43). */
    IO1,
    /** Provisioned I/O on Block Express (RDS-43). */
    IO2;

    /** Whether its I/O is what one provisions, and nothing without. */
    public boolean isProvisioned() {
        return this == IO1 || this == IO2;
    }
}
