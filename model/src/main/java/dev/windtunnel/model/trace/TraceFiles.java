package dev.windtunnel.model.trace;

import dev.windtunnel.model.house.Exempt;
import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.MissingFile;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.trace.RequestLogReader.NamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a trace: one, or all of a folder, as load balancers write one every five minutes. */
@Exempt(from = "directory-order", because = "the files are sorted by name")
public final class TraceFiles {

    private static final int LINES_LOOKED_AT = 20;

    private TraceFiles() {}

    /**
     * The file, or the files of the folder sorted by name; hidden ones are left out.
     *
     * @throws InputRejected if there are none
     */
    public static List<NamedFile> of(Path trace, String nameInMessages, Position whereItWasNamed) {
        if (!Files.isDirectory(trace)) {
            if (!Files.isRegularFile(trace) || !Files.isReadable(trace)) {
                throw new InputRejected(
                        MissingFile.problem(trace, nameInMessages, whereItWasNamed, "traffic.replay.trace"));
            }
            return List.of(new NamedFile(trace, nameInMessages));
        }
        try (Stream<Path> files = Files.list(trace)) {
            List<NamedFile> named = files.filter(file -> Files.isRegularFile(file)
                            && !String.valueOf(file.getFileName()).startsWith("."))
                    .map(file -> new NamedFile(file, nameInMessages + "/" + file.getFileName()))
                    .sorted(java.util.Comparator.comparing(NamedFile::name))
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        } catch (IOException unlistable) {
            throw new InputRejected(Problem.at(
                    whereItWasNamed, "traffic.replay.trace", "the folder " + nameInMessages + " cannot be listed"));
        }
        throw new InputRejected(
                Problem.at(whereItWasNamed, "traffic.replay.trace", "the folder " + nameInMessages + " holds no file"));
    }

    /** The bytes of a file, unpacked if it is gzip, whatever it is called. */
    public static InputStream open(Path file) throws IOException {
        return LineReader.open(file);
    }

    /** What the first lines of a file look like; COUNTS if they look like nothing that is known. */
    public static TraceFormat formatOf(NamedFile named) {
        try (LineReader lines = new LineReader(named.file())) {
            for (int line = 0; line < LINES_LOOKED_AT && lines.next(); line++) {
                TraceFormat format = TraceFormat.of(lines.text());
                if (format != TraceFormat.COUNTS) {
                    return format;
                }
            }
        } catch (IOException unreadable) {
            return TraceFormat.COUNTS; // Its reader says at which line.
        }
        return TraceFormat.COUNTS;
    }
}
