package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.Hedge;
import dev.windtunnel.model.workload.Retries;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import java.util.Collections;
import java.util.List;

/** What clients do beyond their first attempt, in numbers. */
final class AttemptsCompiler {

    private AttemptsCompiler() {}

    static CompiledAttempts compile(Clients clients) {
        Retries retries = clients.retries();
        Hedge hedge = clients.hedge();
        return new CompiledAttempts(
                clients.attemptTimeout() == null ? 0 : clients.attemptTimeout().toNanos(),
                clients.cancel(),
                retries == null ? List.of() : waits(retries),
                retries == null ? 0 : retries.chance().value(),
                retries != null && retries.on().contains(Retries.ERRORS),
                retries != null && retries.on().contains(Retries.TIMEOUTS),
                retries == null || retries.budget() == null
                        ? CompiledAttempts.UNBOUNDED
                        : retries.budget().value(),
                hedge == null ? 0 : hedge.max(),
                hedge == null ? 0 : hedge.after().toNanos(),
                hedge == null ? 0 : hedge.budget().value());
    }

    private static List<Wait> waits(Retries retries) {
        return retries.delay() == null
                ? ResilienceCompiler.waits(retries.backoff(), retries.jitter(), retries.max())
                : Collections.nCopies(retries.max(), new Wait(0, Tables.nanos(retries.delay())));
    }
}
