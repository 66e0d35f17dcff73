package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Workers that try a failed statement again, after a wait through which they hold their request: as long as their policy and
 * its budget allow, and no longer than gunicorn leaves a silent sync worker alive. The try that failed has given its
 * connection back, or closed it; the next takes any.
 *
 * <p>State is kept by row of the {@link RequestTable} and void when the row is used again, or goes on to its next statement.
 */
final class StatementRetries {

    private final Traffic traffic;
    private final Statements[] policies;
    private final @Nullable RetryBudget[] budgets;
    private final LostTime lost;
    private long[] owners = new long[256];
    private int[] statements = new int[256];
    private int[] tries = new int[256];
    private boolean[] waits = new boolean[256];
    private int[] causes = new int[256];
    private long statementCount;
    private long failed;
    private long retries;
    private long refused;

    private StatementRetries(Traffic traffic, List<Statements> byWorkload) {
        this.traffic = traffic;
        policies = byWorkload.toArray(Statements[]::new);
        budgets = new RetryBudget[policies.length];
        for (int workload = 0; workload < policies.length; workload++) {
            double budget = policies[workload].budget();
            budgets[workload] = budget < CompiledAttempts.UNBOUNDED ? new RetryBudget(budget) : null;
        }
        lost = traffic.lostTime();
    }

    /** The retries of a scenario, or null if no workload has any. */
    static @Nullable StatementRetries of(Traffic traffic) {
        List<Statements> byWorkload = traffic.scenario.resilience().statements();
        return byWorkload.stream().allMatch(policy -> policy.waits().isEmpty())
                ? null
                : new StatementRetries(traffic, byWorkload);
    }

    StatementCounts counts() {
        return new StatementCounts(statementCount, failed, retries, refused);
    }

    /** A request asks for its next statement, for the first time or again. */
    void asks(int slot, int workload, long now) {
        long reference = traffic.requests.reference(slot);
        int statement = traffic.requests.queriesDone(slot);
        if (slot >= owners.length) {
            grow(slot);
        }
        if (owners[slot] == reference && statements[slot] == statement) {
            return;
        }
        owners[slot] = reference;
        statements[slot] = statement;
        tries[slot] = 0;
        waits[slot] = false;
        statementCount++;
        RetryBudget budget = budgets[workload];
        if (budget != null) {
            budget.deposit(now);
        }
    }

    private void grow(int slot) {
        int rows = Math.max(slot + 1, 2 * owners.length);
        owners = Arrays.copyOf(owners, rows);
        statements = Arrays.copyOf(statements, rows);
        tries = Arrays.copyOf(tries, rows);
        waits = Arrays.copyOf(waits, rows);
        causes = Arrays.copyOf(causes, rows);
    }

    /**
     * A statement has failed: returns whether its worker tries it again, and if so has it wait. The caller takes the
     * request's connection from it.
     *
     * @param kind one of the constants of {@link Statements}
     */
    boolean triesAgain(int slot, int workload, int kind, Cause cause, long now) {
        failed++;
        Statements policy = policies[workload];
        int retry = tries[slot];
        if ((policy.retried() & kind) == 0 || retry == policy.waits().size()) {
            return false;
        }
        RetryBudget budget = budgets[workload];
        if (budget != null && !budget.withdraw(now)) {
            refused++;
            return false;
        }
        RequestTable requests = traffic.requests;
        long reference = requests.reference(slot);
        lost.add(slot, reference, now - requests.since(slot), cause);
        long key = Keys.mix(requests.key(slot), Draw.FIRST_STATEMENT_TRY + 64L * statements[slot] + retry);
        CompiledAttempts.Wait wait = policy.waits().get(retry);
        long at = now + wait.fixedNanos() + (long) wait.randomNanos().sampleUpper(Keys.draw(key, Draw.RETRY_WAIT));
        tries[slot] = retry + 1;
        waits[slot] = true;
        causes[slot] = cause.code();
        requests.since(slot, now);
        boolean isLost = kind == Statements.CONNECTION_LOST;
        requests.state(slot, isLost ? RequestTable.QUERYING_SILENCE : RequestTable.AWAITING_CONNECTION);
        traffic.delay(at, Traffic.STATEMENT_RETRY, 0, reference);
        return true;
    }

    /** Whether the worker of a request waits for its next try, and for nothing else. */
    boolean waits(int slot) {
        return slot < owners.length && waits[slot] && owners[slot] == traffic.requests.reference(slot);
    }

    /** The wait before a try is over: returns the request's row, or -1 if its pod or worker has ended meanwhile. */
    int due(long reference, long now) {
        RequestTable requests = traffic.requests;
        int slot = requests.resolve(reference);
        if (slot < 0 || !waits(slot) || requests.place(slot) < 0) {
            return -1;
        }
        waits[slot] = false;
        retries++;
        lost.add(slot, reference, now - requests.since(slot), Cause.ofCode(causes[slot]));
        requests.since(slot, now);
        return slot;
    }

    /** Makes this equal to the other. */
    void copyFrom(StatementRetries other) {
        for (int workload = 0; workload < budgets.length; workload++) {
            RetryBudget budget = budgets[workload];
            RetryBudget its = other.budgets[workload];
            if (budget != null && its != null) {
                budget.copyFrom(its);
            }
        }
        owners = other.owners.clone();
        statements = other.statements.clone();
        tries = other.tries.clone();
        waits = other.waits.clone();
        causes = other.causes.clone();
        statementCount = other.statementCount;
        failed = other.failed;
        retries = other.retries;
        refused = other.refused;
    }
}
