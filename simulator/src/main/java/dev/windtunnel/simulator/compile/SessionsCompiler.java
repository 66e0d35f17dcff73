package dev.windtunnel.simulator.compile;

import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.workload.Endpoint;
import dev.windtunnel.model.workload.Sessions;
import dev.windtunnel.simulator.kernel.CountTable;
import dev.windtunnel.simulator.kernel.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sessions in numbers. Neither the order of kinds nor that of the endpoints within a wave matters. */
final class SessionsCompiler {

    private final Sessions sessions;
    private final List<Endpoint> endpoints;
    private final List<String> names;
    private final double[] meanCalls;

    private SessionsCompiler(Sessions sessions, List<Endpoint> endpoints) {
        this.sessions = sessions;
        this.endpoints = endpoints;
        names = endpoints.stream().map(Endpoint::name).toList();
        meanCalls = new double[endpoints.size()];
    }

    /** @param endpoints in the order in which they are compiled */
    static CompiledSessions compile(Sessions sessions, List<Endpoint> endpoints) {
        return new SessionsCompiler(sessions, endpoints).compile();
    }

    private CompiledSessions compile() {
        double pages = sessions.pages().mean();
        CompiledSessions.Files files = files(pages);
        List<Sessions.Kind> kinds = sessions.kinds();
        CompiledSessions.Content content = kinds == null ? mixed(files, pages) : kinds(kinds, pages);
        return new CompiledSessions(
                counts(sessions.pages()),
                Tables.nanos(sessions.think()),
                content,
                files,
                patience(),
                reload(),
                pages,
                Tables.meanNanos(sessions.think()),
                Arrays.stream(meanCalls).boxed().toList());
    }

    static CountTable counts(CountDistribution distribution) {
        return switch (distribution) {
            case CountDistribution.Fixed fixed -> CountTable.fixed(fixed.count());
            case CountDistribution.Geometric geometric -> CountTable.geometric(geometric.mean());
            case CountDistribution.LogNormal lognormal -> CountTable.logNormal(lognormal.median(), lognormal.sigma());
            case CountDistribution.Empirical empirical ->
                CountTable.empirical(
                        empirical.outcomes().stream()
                                .mapToDouble(CountDistribution.Empirical.Outcome::count)
                                .toArray(),
                        empirical.outcomes().stream()
                                .mapToDouble(CountDistribution.Empirical.Outcome::weight)
                                .toArray());
        };
    }

    private CompiledSessions.Files files(double pages) {
        Sessions.Files files = sessions.files();
        if (files == null) {
            return CompiledSessions.Files.NONE;
        }
        int endpoint = names.indexOf(files.endpoint());
        meanCalls[endpoint] += files.first() + files.later() * (pages - 1);
        return new CompiledSessions.Files(endpoint, files.first(), files.later());
    }

    private CompiledSessions.Mixed mixed(CompiledSessions.Files files, double pages) {
        boolean hasFiles = sessions.files() != null;
        double total = 0;
        for (int i = 0; i < endpoints.size(); i++) {
            total += hasFiles && i == files.endpoint() ? 0 : share(i);
        }
        List<Double> cumulative = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < endpoints.size(); i++) {
            double weight = hasFiles && i == files.endpoint() ? 0 : share(i) / total;
            meanCalls[i] += pages * sessions.calls().mean() * weight;
            sum += weight;
            cumulative.add(sum);
        }
        return new CompiledSessions.Mixed(counts(sessions.calls()), sessions.waves(), cumulative);
    }

    private double share(int endpoint) {
        return endpoints.get(endpoint).share().value();
    }

    private CompiledSessions.Kinds kinds(List<Sessions.Kind> written, double pages) {
        List<CompiledSessions.Kind> kinds = new ArrayList<>();
        double cumulative = 0;
        for (Sessions.Kind kind : written.stream()
                .sorted(Comparator.comparing(Sessions.Kind::name))
                .toList()) {
            double share = kind.share().value();
            cumulative += share;
            List<List<Integer>> waves = new ArrayList<>();
            for (List<String> wave : kind.waves()) {
                List<Integer> called =
                        wave.stream().map(names::indexOf).sorted().toList();
                called.forEach(endpoint -> meanCalls[endpoint] += pages * share);
                waves.add(called);
            }
            kinds.add(new CompiledSessions.Kind(kind.name(), cumulative, waves));
        }
        return new CompiledSessions.Kinds(kinds);
    }

    private CompiledSessions.Patience patience() {
        Sessions.Patience patience = sessions.patience();
        return patience == null
                ? CompiledSessions.Patience.ENDLESS
                : new CompiledSessions.Patience(
                        patience.limit().toNanos(),
                        patience.leaveSlow().value(),
                        patience.leaveFailed().value());
    }

    private CompiledSessions.Reload reload() {
        Sessions.Reload reload = sessions.reload();
        return reload == null
                ? new CompiledSessions.Reload(0, Quantiles.fixed(0), 0)
                : new CompiledSessions.Reload(reload.chance().value(), Tables.nanos(reload.delay()), reload.max());
    }
}
