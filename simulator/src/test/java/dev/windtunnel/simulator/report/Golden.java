package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole texts as people read them. {@code -Dgolden=write} makes them anew, to be read in review. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/dev/windtunnel/simulator/report");

    private Golden() {}

    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }
}
