package dev.windtunnel.simulator.world.traffic;

import java.util.Arrays;

/**
 * How many retries the requests of late may cause: each request deposits its share of a retry, each retry takes one out, and
 * both are forgotten after ten seconds. So retries are never more than that share of the requests of the last ten seconds,
 * whatever fails: as Finagle's RetryBudget, whose deposits live ten seconds too, without its reserve for idle clients; the
 * SRE book asks for 10 % (workload sheet, section 8). Counts millionths, so that nothing is rounded away.
 */
final class RetryBudget {

    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS = 10;
    private static final long ONE = 1_000_000;

    private final long deposit;
    private final long[] bySecond = new long[SECONDS];
    private long balance;
    private long second;

    /** @param share retries allowed for each request, 0 or more */
    RetryBudget(double share) {
        deposit = (long) (share * ONE);
    }

    /** A request sets out for the first time. */
    void deposit(long now) {
        turnTo(now);
        bySecond[(int) (second % SECONDS)] += deposit;
        balance += deposit;
    }

    /** Takes a retry out, if there is one. */
    boolean withdraw(long now) {
        turnTo(now);
        if (balance < ONE) {
            return false;
        }
        bySecond[(int) (second % SECONDS)] -= ONE;
        balance -= ONE;
        return true;
    }

    private void turnTo(long now) {
        long current = now / SECOND;
        if (current - second >= SECONDS) {
            Arrays.fill(bySecond, 0);
            balance = 0;
            second = current;
        }
        while (second < current) {
            second++;
            balance -= bySecond[(int) (second % SECONDS)];
            bySecond[(int) (second % SECONDS)] = 0;
        }
    }

    /** Takes over another's state. */
    void copyFrom(RetryBudget other) {
        System.arraycopy(other.bySecond, 0, bySecond, 0, SECONDS);
        balance = other.balance;
        second = other.second;
    }
}
