package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a whole text with the one kept under this name, or keeps it when the system property golden.update is true. */
final class Golden {

    private Golden() {}

    static void matches(String name, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Path kept = Path.of("src", "test", "resources", "diagram", name);
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, text);
            return;
        }
        try (InputStream kept = Golden.class.getResourceAsStream("/diagram/" + name)) {
            if (kept == null) {
                fail("no golden text " + name + ". Maybe write it with -Dgolden.update=true");
                return;
            }
            assertEquals(new String(kept.readAllBytes(), StandardCharsets.UTF_8), text, name);
        }
    }
}
