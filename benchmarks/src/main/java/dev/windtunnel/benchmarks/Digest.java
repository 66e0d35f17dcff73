package dev.windtunnel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request digest of {@code windtunnel run}, so that the table cannot measure something that users do not get. */
final class Digest {

    private static final Pattern DIGEST = Pattern.compile("\"requestDigest\":\"([0-9a-f]{16})\"");

    private Digest() {}

    /** @throws IllegalStateException if the launcher's run of the file has another digest */
    static void compare(Table table, String file, String measured) {
        String launched = launched(file);
        if (!launched.equals(measured)) {
            throw new IllegalStateException(
                    "the request digest of " + file + " is " + measured + " in the benchmark and " + launched
                            + " in windtunnel run.\nMaybe a source changed while the benchmark ran");
        }
        table.note("request digest " + measured + ", equal to that of: windtunnel run " + file);
    }

    private static String launched(String file) {
        try {
            Path folder = Files.createTempDirectory("windtunnel-benchmark");
            Launcher.run(folder.resolve("report"), file);
            Matcher matcher = DIGEST.matcher(Files.readString(folder.resolve("report/results.json")));
            if (!matcher.find()) {
                throw new IllegalStateException("results.json of " + file + " has no request digest");
            }
            Launcher.remove(folder);
            return matcher.group(1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
