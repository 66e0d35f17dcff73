package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.trace.CountTraceReader;
import dev.windtunnel.model.trace.PathPatterns;
import dev.windtunnel.model.trace.RequestLogReader;
import dev.windtunnel.model.trace.RequestLogReader.NamedFile;
import dev.windtunnel.model.trace.TraceFiles;
import dev.windtunnel.model.trace.TraceFormat;
import dev.windtunnel.model.workload.TrafficSource.Replay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what a replay names, in the format that it is said to have or looks like. */
final class RecordingReader {

    private final Path trace;
    private final Place named;
    private final InputFiles hashed;
    private final Problems problems;

    RecordingReader(Path trace, Place named, InputFiles hashed, Problems problems) {
        this.trace = trace;
        this.named = named;
        this.hashed = hashed;
        this.problems = problems;
    }

    /** Reads; without a scenario or architecture that are fine, only as far as they are not needed. */
    Recording read(YamlNode tree, Optional<Scenario> scenario, Optional<Architecture> architecture) {
        String name = InputFiles.name(trace);
        List<NamedFile> files = TraceFiles.of(trace, name, named.position());
        Optional<Replay> replay =
                scenario.map(Scenario::traffic).filter(Replay.class::isInstance).map(Replay.class::cast);
        TraceFormat format = replay.map(Replay::format).orElseGet(() -> TraceFiles.formatOf(files.getFirst()));
        if (format.isByRequest()) {
            SessionChecks.refuseForLogs(
                    Place.root(tree).at("traffic").at("replay").at("sessions"), problems);
            return replay.isPresent() && architecture.isPresent()
                    ? log(files, question(name, format, replay.get(), scenario.get(), architecture.get()))
                    : Recording.NONE;
        }
        CountTrace counts = format == TraceFormat.CLOUDWATCH && CloudWatchJson.isJson(trace)
                ? CloudWatchJson.read(trace, name)
                : CountTraceReader.read(trace, name, named.position(), format);
        hashed.addToHash(trace);
        if (replay.isPresent()) {
            Position from =
                    Place.root(tree).at("traffic").at("replay").at("from").position();
            ReplayChecks.check(replay.get(), scenario.get().duration(), counts, from, problems);
        }
        return new Recording(Optional.of(counts), Optional.empty());
    }

    private Recording log(List<NamedFile> files, RequestLogReader.Question question) {
        Recording read = new Recording(Optional.empty(), Optional.of(RequestLogReader.read(files, question)));
        files.forEach(file -> hashed.addToHash(file.file()));
        return read;
    }

    private static RequestLogReader.Question question(
            String name, TraceFormat format, Replay replay, Scenario scenario, Architecture architecture) {
        List<PathPatterns.Route> routes = architecture.endpoints().stream()
                .map(endpoint -> new PathPatterns.Route(endpoint.name(), endpoint.method(), endpoint.path()))
                .toList();
        return new RequestLogReader.Question(
                name,
                format,
                replay.from().toInstant(),
                scenario.duration(),
                replay.malformed(),
                replay.unmatched() == Replay.Unmatched.FAIL,
                new PathPatterns(routes));
    }
}
