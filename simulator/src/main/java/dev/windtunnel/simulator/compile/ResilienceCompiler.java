package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.compute.DatabaseClient;
import dev.windtunnel.model.compute.StatementRetries;
import dev.windtunnel.model.compute.Workload;
import dev.windtunnel.model.edge.GatewayRetries;
import dev.windtunnel.model.edge.GatewayRetries.BudgetOf;
import dev.windtunnel.model.edge.LoadBalancer;
import dev.windtunnel.model.retry.Backoff;
import dev.windtunnel.model.retry.Jitter;
import dev.windtunnel.model.unit.Share;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.compile.CompiledResilience.Gateway;
import dev.windtunnel.simulator.compile.CompiledResilience.Statements;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Retries between the client and the database, and errors of the application's own, in numbers. */
final class ResilienceCompiler {

    private ResilienceCompiler() {}

    /** Compiles; workloads and endpoints sorted as they are numbered. */
    static CompiledResilience compile(LoadBalancer balancer, List<Workload> workloads, List<Endpoint> endpoints) {
        return new CompiledResilience(
                gateway(balancer.retries()),
                workloads.stream()
                        .map(workload -> statements(workload.databaseClient()))
                        .toList(),
                endpoints.stream()
                        .map(endpoint -> endpoint.errorShare().value())
                        .toList());
    }

    private static @Nullable Gateway gateway(@Nullable GatewayRetries retries) {
        if (retries == null) {
            return null;
        }
        return new Gateway(
                waits(retries.backoff(), retries.jitter(), retries.max()),
                retries.perTryTimeout() == null ? 0 : retries.perTryTimeout().toNanos(),
                retries.on().stream().mapToInt(ResilienceCompiler::gatewayBit).sum(),
                budget(retries.budget()),
                retries.budgetOf() == BudgetOf.ACTIVE,
                retries.budgetFloor(),
                retries.cancel());
    }

    private static int gatewayBit(String word) {
        return switch (word) {
            case GatewayRetries.CONNECT_FAILURE -> Gateway.CONNECT_FAILURE;
            case GatewayRetries.RESET -> Gateway.RESET;
            case GatewayRetries.TIMEOUT -> Gateway.TIMEOUT;
            case "500" -> Gateway.INTERNAL_ERROR;
            case "502" -> Gateway.BAD_GATEWAY;
            case "503" -> Gateway.UNAVAILABLE;
            case "504" -> Gateway.GATEWAY_TIMEOUT;
            default -> throw new IllegalStateException("a gateway tries nothing again that is called " + word);
        };
    }

    private static Statements statements(@Nullable DatabaseClient client) {
        if (client == null) {
            return Statements.PLAIN;
        }
        StatementRetries retries = client.retries();
        return new Statements(
                retries == null ? List.of() : waits(retries.backoff(), retries.jitter(), retries.max()),
                retries == null
                        ? 0
                        : retries.on().stream()
                                .mapToInt(ResilienceCompiler::statementBit)
                                .sum(),
                budget(retries == null ? null : retries.budget()),
                client.onCancel(),
                client.checkInterval().toNanos());
    }

    private static int statementBit(String word) {
        return switch (word) {
            case StatementRetries.CONNECTION_LOST -> Statements.CONNECTION_LOST;
            case StatementRetries.REFUSED -> Statements.REFUSED;
            case StatementRetries.POOL_TIMEOUT -> Statements.POOL_TIMEOUT;
            default -> throw new IllegalStateException("no statement is tried again for " + word);
        };
    }

    private static double budget(@Nullable Share budget) {
        return budget == null ? CompiledAttempts.UNBOUNDED : budget.value();
    }

    /** One wait for each retry. */
    static List<Wait> waits(Backoff backoff, Jitter jitter, int retries) {
        return IntStream.range(0, retries)
                .mapToObj(retry -> wait(backoff.before(retry).toNanos(), jitter))
                .toList();
    }

    private static Wait wait(long whole, Jitter jitter) {
        long fixed =
                switch (jitter) {
                    case FULL -> 0;
                    case NONE -> whole;
                    case EQUAL -> whole / 2;
                };
        boolean isCertain = jitter == Jitter.NONE || whole == 0;
        return new Wait(fixed, isCertain ? Quantiles.fixed(0) : Quantiles.uniform(0, (double) whole - fixed));
    }
}
