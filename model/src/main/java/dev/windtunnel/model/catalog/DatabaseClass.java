package dev.windtunnel.model.catalog;

import dev.windtunnel.model.unit.ByteSize;

/**
 * An RDS instance class: the EC2 type of the same name with the database engine on it.
 *
 * @param name {@code db.m6g.large}
 * @param architecture {@code amd64} or {@code arm64}
 * @param memory nominal
 * @param burstable whether CPU credits govern it; RDS runs these in unlimited mode and bills the surplus
 * @param baselineSharePerVcpu share of each vCPU without surplus credits, 0..1; 1 unless burstable
 * @param relativeSpeed single-thread speed of a vCPU, m6i is 1; an estimate (APP-17)
 * @param speedBasis where the speed comes from
 * @param ebsMegabitsPerSecond most of the EBS bandwidth, which small classes reach for 30 minutes a day (EC2-45, RDS-44)
 */
public record DatabaseClass(
        String name,
        String architecture,
        int vcpus,
        ByteSize memory,
        boolean burstable,
        double baselineSharePerVcpu,
        double relativeSpeed,
        String speedBasis,
        int ebsMegabitsPerSecond) {

    private static final String PREFIX = "db.";
    private static final long BYTES_PER_CONNECTION = 9_531_392;
    private static final int MOST_CONNECTIONS = 5000;
    private static final long SMALL_NOMINAL_MIB = 2048;
    private static final double SMALL_OVERHEAD_MIB = 244;
    private static final double OVERHEAD_MIB = 223;
    private static final double OVERHEAD_SHARE = 0.02;

    /**
     * PostgreSQL's {@code max_connections} as RDS sets it: LEAST(DBInstanceClassMemory / 9531392, 5000), rounded down
     * (RDS-20). DBInstanceClassMemory is what is left of the nominal memory, see {@link #memoryForDatabase()}.
     */
    public int defaultMaxConnections() {
        return (int) Math.min(memoryForDatabase().bytes() / BYTES_PER_CONNECTION, MOST_CONNECTIONS);
    }

    /**
     * DBInstanceClassMemory: nominal memory less what RDS keeps for the system. An estimate fitted to the connection
     * limits that users measured (RDS-20: 198 at 2 GiB, 413 at 4, 856 at 8, 1660 at 15.25): 223 MiB and 2 % of nominal.
     * At 2 GiB that line lies two connections too low, so up to there a flat 244 MiB is taken off instead.
     */
    public ByteSize memoryForDatabase() {
        double nominal = memory.bytes() / (double) (1 << 20);
        double overhead = nominal <= SMALL_NOMINAL_MIB ? SMALL_OVERHEAD_MIB : OVERHEAD_MIB + OVERHEAD_SHARE * nominal;
        return new ByteSize((long) ((nominal - overhead) * (1 << 20)));
    }

    static DatabaseClass of(Sheet.Row row) {
        String name = row.text("db_instance_class");
        boolean burstable = row.bool("burstable");
        RelativeSpeed speed = RelativeSpeed.of(InstanceType.familyOf(name.substring(PREFIX.length())));
        return new DatabaseClass(
                name,
                row.text("arch"),
                row.integer("vcpu"),
                ByteSize.ofMebibytes(row.integer("memory_mib")),
                burstable,
                burstable ? row.integer("baseline_pct_per_vcpu") / 100.0 : 1,
                speed.factor(),
                speed.basis(),
                row.integer("ebs_bandwidth_mbps"));
    }
}
