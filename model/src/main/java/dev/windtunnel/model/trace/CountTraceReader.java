package dev.windtunnel.model.trace;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.MissingFile;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads recorded counts: CSV, plain or gzip, with the header {@code timestamp_utc,requests[,...]}.
 *
 * <p>Timestamps are UTC and rise strictly: {@code 1998-06-23T15:57Z}, {@code 1995-07-13T13:49:07Z}. The step is the most
 * frequent difference between two rows; an interval without a row is {@link CountTrace#MISSING}. Further columns are
 * ignored. The file is streamed, and of a line a bounded part is kept; the memory taken is at most 40 bytes a row and 8 bytes an interval.
 */
public final class CountTraceReader {

    /** Longer lines are no trace; a binary file is one line of many megabytes. */
    private static final int MAX_LINE = 4096;

    private CountTraceReader() {}

    /**
     * Reads the file.
     *
     * @param file the file
     * @param nameInMessages the file as the user named it
     * @param whereItWasNamed where the user named it, for the problem that it is not there
     * @throws InputRejected with every problem up to ten malformed lines, counted in full
     */
    public static CountTrace read(Path file, String nameInMessages, Position whereItWasNamed) {
        return read(file, nameInMessages, whereItWasNamed, TraceFormat.COUNTS);
    }

    /**
     * Reads the file in one of the formats of counts.
     *
     * @param format COUNTS or CLOUDWATCH
     * @throws InputRejected as above
     */
    public static CountTrace read(Path file, String nameInMessages, Position whereItWasNamed, TraceFormat format) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new InputRejected(MissingFile.problem(file, nameInMessages, whereItWasNamed, "traffic.replay.trace"));
        }
        CountRows rows = new CountRows(nameInMessages, format);
        int number = 0;
        try (LineReader lines = new LineReader(file)) {
            while (lines.next()) {
                number = lines.number();
                if (lines.length() > MAX_LINE) {
                    throw reject(
                            nameInMessages,
                            number,
                            "expected a line of a CSV file of at most " + MAX_LINE + " bytes, found " + lines.length());
                }
                if (lines.hasNul()) {
                    rows.unreadable(number, "expected text, found zero bytes");
                } else {
                    rows.line(number, lines.text());
                }
            }
        } catch (IOException broken) {
            throw reject(nameInMessages, number + 1, "the file cannot be read on: " + broken.getMessage());
        }
        return rows.toTrace();
    }

    private static InputRejected reject(String name, int line, String message) {
        return new InputRejected(Problem.at(new Position(name, line, 1), "", message));
    }
}
