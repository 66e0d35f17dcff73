package dev.windtunnel.simulator.cli;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.catalog.Catalog;
import dev.windtunnel.model.problem.NearestName;
import dev.windtunnel.model.yaml.ArchitectureReader;
import dev.windtunnel.model.yaml.KnownNames;
import dev.windtunnel.simulator.diagram.Diagram;
import dev.windtunnel.simulator.diagram.DiagramDiff;
import dev.windtunnel.simulator.diagram.DotWriter;
import dev.windtunnel.simulator.diagram.MermaidWriter;
import dev.windtunnel.simulator.diagram.PngWriter;
import dev.windtunnel.simulator.diagram.SvgWriter;
import dev.windtunnel.simulator.diagram.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code windtunnel diagram}: pictures of an architecture. */
@Command(
        name = "diagram",
        description = "Draws an architecture.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  windtunnel diagram scenarios/innovate-inc/architecture.yaml --format svg --out overview.svg",
            "  windtunnel diagram architecture.yaml --view network --environment stage --format png --out stage.png",
            "  windtunnel diagram after.yaml --compare before.yaml --format mermaid >> pull-request.md",
            "",
            "Exit codes: 0 drawn, 2 the input is wrong, 1 a fault of Windtunnel's own."
        })
final class DiagramCommand implements Callable<Integer> {

    /** Formats by their names on the command line. */
    enum Format {
        MERMAID,
        DOT,
        SVG,
        PNG
    }

    /** Who lays SVG and PNG out. */
    enum Engine {
        EMBEDDED,
        DOT
    }

    @Parameters(paramLabel = "ARCHITECTURE", description = "Architecture file (YAML).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private Path architecture;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "overview, accounts, network, request-path or delivery (default ${DEFAULT-VALUE}).")
    private String view = "overview";

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Environment to look at; by default prod if there is one, else the first.")
    private @Nullable String environment;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "mermaid, dot, svg or png (default ${DEFAULT-VALUE}).")
    private String format = "mermaid";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; without it text goes to standard output. A PNG needs a file.")
    private @Nullable Path out;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "Layout of svg and png: embedded, or dot, which must be installed (default ${DEFAULT-VALUE}).")
    private String engine = "embedded";

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of a PNG for each of the picture, 1 to 4 (default ${DEFAULT-VALUE}).")
    private int scale = 2;

    @Option(
            names = "--compare",
            paramLabel = "BEFORE",
            description = "Earlier architecture; colors what was added, removed and changed since.")
    private @Nullable Path before;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    private final Console console;

    DiagramCommand(Console console) {
        this.console = console;
    }

    /** Draws and returns the exit code. */
    @Override
    public Integer call() {
        View shown = named("--view", view, List.of(View.values()), View::title);
        Format written = named("--format", format, List.of(Format.values()), DiagramCommand::lower);
        Engine layout = named("--engine", engine, List.of(Engine.values()), DiagramCommand::lower);
        if (scale < 1 || scale > 4) {
            throw wrong("expected --scale between 1 and 4, found " + scale);
        }
        if (written == Format.PNG && out == null) {
            throw wrong("expected --out FILE with --format png, which is no text");
        }
        byte[] picture = picture(diagram(shown), written, layout);
        if (out == null) {
            console.out().print(new String(picture, StandardCharsets.UTF_8));
            console.out().flush();
        } else {
            OutputFile.write(out, picture);
        }
        return ExitCode.FINE;
    }

    private Diagram diagram(View shown) {
        Diagram after = diagram(architecture, shown);
        return before == null ? after : DiagramDiff.of(diagram(before, shown), after);
    }

    private Diagram diagram(Path file, View shown) {
        Architecture design = ArchitectureReader.read(file, KnownNames.of(Catalog.embedded()));
        return shown.of(design, environment(design, file));
    }

    private Environment environment(Architecture design, Path file) {
        List<String> names =
                design.environments().stream().map(Environment::name).toList();
        String wanted = environment;
        if (wanted == null) {
            return design.environment("prod").orElse(design.environments().getFirst());
        }
        return design.environment(wanted)
                .orElseThrow(() -> wrong("expected --environment to be one of " + String.join(", ", names) + ", as "
                        + file + " has them, found '" + wanted + "'" + nearest(wanted, names)));
    }

    private byte[] picture(Diagram diagram, Format written, Engine layout) {
        if (layout == Engine.DOT && (written == Format.SVG || written == Format.PNG)) {
            return InstalledDot.draw(DotWriter.write(diagram), lower(written));
        }
        return switch (written) {
            case MERMAID -> MermaidWriter.write(diagram).getBytes(StandardCharsets.UTF_8);
            case DOT -> DotWriter.write(diagram).getBytes(StandardCharsets.UTF_8);
            case SVG -> SvgWriter.write(diagram).getBytes(StandardCharsets.UTF_8);
            case PNG -> PngWriter.write(diagram, scale);
        };
    }

    private <T> T named(String option, String found, List<T> valid, Function<T, String> name) {
        List<String> names = valid.stream().map(name).toList();
        int at = names.indexOf(found.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw wrong("expected " + option + " to be one of " + String.join(", ", names) + ", found '" + found + "'"
                    + nearest(found, names));
        }
        return valid.get(at);
    }

    private static String nearest(String found, List<String> names) {
        List<String> near = NearestName.of(found, names, 1);
        return near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
