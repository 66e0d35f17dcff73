package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.scenario.LoadedScenario;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.scenario.SimulatedTime;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a scenario file, the architecture and the trace it names, and the values set on the command line. */
public final class ScenarioReader {

    private final Path scenarioFile;
    private final KnownNames known;
    private final Problems problems = new Problems();
    private final InputFiles files = new InputFiles(problems);
    private final Inheritance inheritance = new Inheritance(problems);

    private ScenarioReader(Path scenarioFile, KnownNames known) {
        this.scenarioFile = scenarioFile;
        this.known = known;
    }

    /**
     * Reads and checks everything.
     *
     * @param scenarioFile the file; messages name it as given here, and what it names relative to it
     * @param overrides texts {@code path=value}; a later one wins
     * @param known what instance types, database classes and regions there are
     * @throws InputRejected with every problem of every file
     */
    public static LoadedScenario read(Path scenarioFile, List<String> overrides, KnownNames known) {
        return readSourced(scenarioFile, overrides, known).loaded();
    }

    /** The same, with the positions of all values. */
    public static SourcedScenario readSourced(Path scenarioFile, List<String> overrides, KnownNames known) {
        return new ScenarioReader(scenarioFile, known).read(overrides);
    }

    private SourcedScenario read(List<String> overrides) {
        Optional<YamlNode> written = new Includes(files, problems, Scenario.class)
                .tree(scenarioFile, Position.of(InputFiles.name(scenarioFile)), "");
        Overrides settings = Overrides.parse(overrides, problems);
        Optional<YamlNode> scenarioTree = written.map(settings::inScenario);
        Optional<Scenario> scenario = scenarioTree.flatMap(this::bindScenario);
        Optional<YamlNode> architectureTree = scenarioTree.flatMap(tree -> architectureTree(tree, settings));
        Optional<Architecture> architecture =
                architectureTree.flatMap(tree -> ArchitectureReader.bind(tree, known, problems));
        if (scenarioTree.isPresent() && architectureTree.isPresent()) {
            ScenarioChecks.checkAgainst(scenarioTree.get(), architectureTree.get(), problems);
        }
        Recording recording = scenarioTree
                .map(tree -> recording(tree, scenario, architecture))
                .orElse(Recording.NONE);
        problems.throwIfAny();
        return new SourcedScenario(
                assemble(scenario.orElseThrow(), architecture.orElseThrow(), recording, files.hash(overrides)),
                new SourceMap(scenarioTree.orElseThrow(), inheritance, problems),
                new SourceMap(architectureTree.orElseThrow(), inheritance, problems));
    }

    private Optional<Scenario> bindScenario(YamlNode tree) {
        Optional<Scenario> scenario = new Binder(problems).bind(Scenario.class, tree);
        ScenarioChecks.check(tree, problems);
        return scenario;
    }

    private Optional<YamlNode> architectureTree(YamlNode scenario, Overrides settings) {
        Place named = Place.root(scenario).at("architecture");
        String environment = Place.root(scenario).at("environment").text().orElse("");
        return beside(named)
                .flatMap(file ->
                        ArchitectureReader.tree(files, file, named.position(), named.path(), inheritance, problems))
                .map(tree -> settings.inArchitecture(tree, environment));
    }

    private Recording recording(YamlNode tree, Optional<Scenario> scenario, Optional<Architecture> architecture) {
        Place named = Place.root(tree).at("traffic").at("replay").at("trace");
        Optional<Path> file = beside(named);
        if (file.isEmpty()) {
            return Recording.NONE;
        }
        try {
            return new RecordingReader(file.get(), named, files, problems).read(tree, scenario, architecture);
        } catch (InputRejected refused) {
            refused.problems().forEach(problems::add);
            return Recording.NONE;
        }
    }

    /** The file that a place names, relative to the scenario's own. */
    private Optional<Path> beside(Place named) {
        Optional<String> text = named.text().filter(name -> !name.isBlank());
        try {
            return text.map(name -> scenarioFile.resolveSibling(name).normalize());
        } catch (InvalidPathException notAPath) {
            problems.add(
                    named.position(),
                    named.path(),
                    "expected the name of a file, found "
                            + Objects.requireNonNull(named.node()).describe());
            return Optional.empty();
        }
    }

    private static LoadedScenario assemble(
            Scenario scenario, Architecture architecture, Recording recording, String hash) {
        Environment environment =
                architecture.environment(scenario.environment()).orElseThrow();
        ZoneId zone = Optional.ofNullable(scenario.timezone()).orElse(ZoneId.of("UTC"));
        SimulatedTime time = SimulatedTime.of(scenario.start(), zone, scenario.duration());
        return new LoadedScenario(
                scenario,
                architecture,
                environment,
                recording.counts(),
                time.start().toInstant(),
                zone,
                hash,
                recording.log());
    }
}
