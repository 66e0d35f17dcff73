package dev.windtunnel.simulator.trial;

import java.util.List;

/** What a run leaves out, and what it assumes without a source: said in every report. */
final class Assumptions {

    private Assumptions() {}

    static List<String> notSimulated() {
        return List.of(
                "CPU credits of burstable instances (T families run at full speed; their surplus is not metered)",
                "retries by users and applications; a failed request is not sent again",
                "health checks as load, and targets that fail them for being slow",
                "the database's disks, memory and locks; statements share its CPUs evenly",
                "Spot interruptions, consolidation of underused nodes, scheduled upgrades",
                "WAF, CloudFront",
                "private endpoints; with nat: none images are taken to come through them",
                "of SQS: FIFO queues, extended visibility, deletion in batches, failures of the service; sending a message takes"
                        + " no time of the request's",
                "accounts and environments other than the simulated one");
    }

    static List<String> estimates() {
        return List.of(
                "speed of a vCPU by family, m6i = 1 (APP-17)",
                "the load balancer's own time: lognormal, median 1.5 ms, sigma 0.5 (ALB-41)",
                "its controller's reaction: lognormal, median 5 s, sigma 0.6, and 5 s of registration (ALB-34, ALB-12)",
                "a lost zone leaves the name after 30 to 90 s (AZ-05); 4 % of clients keep answers five times the time to live, 1 %"
                        + " an hour (DNS-05)",
                "a browser tries the next address after 3 to 21 s of silence (DNS-06)",
                "round trips of 0.25 ms inside a zone, 0.8 ms between two, drawn for each pair (EC2-49, EC2-50)",
                "NodeClaim to Ready node: lognormal, median 43 s, sigma 0.2 (EC2-03); image pulls at 35 MB/s (EC2-04)",
                "database failover: 60 to 120 s, in 5 % of cases up to 300 s (RDS-02); commit wait median 2.8 ms Multi-AZ,"
                        + " 1.2 ms Single-AZ (RDS-27)",
                "a cold cache warms at a single rate; a service mesh proxy adds 300 us at the median each way (sidecar)",
                "a new database connection costs 8 ms of its CPU (RDS-23); a statement moves 4 KiB",
                "an SQS request takes 8 ms (lognormal, sigma 0.5), a worker pauses 1 s after an empty short poll, unless set",
                "the run starts with a cluster that has settled at the first minute's load");
    }
}
