package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.Hedge;
import dev.windtunnel.model.workload.Jitter;
import dev.windtunnel.model.workload.Retries;
import dev.windtunnel.simulator.compile.CompiledAttempts.Wait;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.List;
import java.util.stream.IntStream;

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
                hedge == null ? 0 : hedge.after().toNanos());
    }

    private static List<Wait> waits(Retries retries) {
        return IntStream.range(0, retries.max())
                .mapToObj(retry -> wait(retries, retry))
                .toList();
    }

    private static Wait wait(Retries retries, int retry) {
        if (retries.delay() != null) {
            return new Wait(0, Tables.nanos(retries.delay()));
        }
        long whole = retries.backoffOf(retry).toNanos();
        long fixed =
                switch (retries.jitter()) {
                    case FULL -> 0;
                    case NONE -> whole;
                    case EQUAL -> whole / 2;
                };
        boolean isCertain = retries.jitter() == Jitter.NONE;
        return new Wait(fixed, isCertain ? Quantiles.fixed(0) : Quantiles.uniform(0, (double) whole - fixed));
    }
}
