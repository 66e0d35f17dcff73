package dev.windtunnel.model.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a file, plain or gzip, one at a time. Of a line at most {@link #LONGEST} bytes are kept, so the memory taken
 * does not depend on what the file holds: a core dump that was named as a log is one line of gigabytes.
 */
final class LineReader implements AutoCloseable {

    /** Load balancers cut request lines far below this. */
    static final int LONGEST = 65_536;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int kept;
    private long length;
    private boolean hasNul;
    private int number;

    LineReader(Path file) throws IOException {
        in = open(file);
    }

    /** Gzip is told by its first two bytes, whatever the file is called. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            bytes.mark(2);
            boolean isGzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
            bytes.reset();
            return isGzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        } catch (IOException broken) {
            bytes.close();
            throw broken;
        }
    }

    /** Goes to the next line; false after the last. */
    boolean next() throws IOException {
        kept = 0;
        length = 0;
        hasNul = false;
        boolean isAny = false;
        while (at < end || fill()) {
            isAny = true;
            int stop = at;
            while (stop < end && chunk[stop] != '\n') {
                hasNul |= chunk[stop] == 0;
                stop++;
            }
            keep(at, stop);
            boolean isEnded = stop < end;
            at = isEnded ? stop + 1 : stop;
            if (isEnded) {
                break;
            }
        }
        if (kept > 0 && kept == length && line[kept - 1] == '\r') {
            kept--;
            length--;
        }
        number += isAny ? 1 : 0;
        return isAny;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private void keep(int from, int to) {
        int more = Math.min(to - from, LONGEST - kept);
        if (kept + more > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(kept + more, 2 * line.length)));
        }
        System.arraycopy(chunk, from, line, kept, more);
        kept += more;
        length += to - from;
    }

    /** Number of the line, from 1. */
    int number() {
        return number;
    }

    /** Bytes of the line, those that were not kept too. */
    long length() {
        return length;
    }

    /** Whether bytes of the line were not kept. */
    boolean isTooLong() {
        return length > LONGEST;
    }

    /** Whether the line holds a zero byte: no log does, a disk that filled up or a binary file does. */
    boolean hasNul() {
        return hasNul;
    }

    /** The line without its end; what is not UTF-8 is replaced. */
    String text() {
        return new String(line, 0, kept, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
