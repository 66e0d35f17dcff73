package dev.windtunnel.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scenario and seed give the same run: whatever the JVM, the machine's settings, or the order of declaration. */
class DeterminismTest {

    /**
     * The golden digest of twelve minutes of the launch day with a zone lost in them. A change here is a change of every
     * result: say why in the commit that makes it.
     */
    private static final String GOLDEN = "f6d0cf44d9a9ce1d";

    private static final List<String> SHORT = List.of(
            "start=2026-11-27T09:30",
            "traffic.replay.from=1995-07-13T09:30:00-04:00",
            "duration=12m",
            "timeline.0.for=5m");

    private static String digest(List<String> overrides) {
        return ShippedRun.finish(ShippedRun.load("innovate-inc/launch-day.yaml", overrides))
                .requestDigest();
    }

    @Test
    void keepsTheGoldenDigest() {
        assertEquals(GOLDEN, digest(SHORT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void keepsItInEveryKindOfJvm(String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                ShippedRun.class.getName(),
                "innovate-inc/launch-day.yaml"));
        command.addAll(SHORT);

        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertEquals(0, process.waitFor());
        assertEquals(GOLDEN, printed);
    }

    @Test
    void anotherSeedIsAnotherRun() {
        List<String> reseeded = new ArrayList<>(SHORT);
        reseeded.add("seed=8");

        assertNotEquals(GOLDEN, digest(reseeded));
    }

    @Test
    void doesNotDependOnLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertEquals(GOLDEN, digest(SHORT));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfDeclaration(@TempDir Path folder) throws IOException {
        Path scenarios = ShippedRun.scenarios().toAbsolutePath();
        String architecture = Files.readString(scenarios.resolve("innovate-inc/architecture.yaml"));
        int endpoints = architecture.indexOf("\nendpoints:\n") + "\nendpoints:\n".length();
        int lastEndpoint = architecture.indexOf("  static:\n", endpoints);
        int end = architecture.indexOf("\n\n", lastEndpoint) + 1;
        String permuted = architecture.substring(0, endpoints)
                + architecture.substring(lastEndpoint, end)
                + architecture.substring(architecture.indexOf("  list:\n", endpoints), lastEndpoint)
                + architecture.substring(end);
        Files.writeString(folder.resolve("architecture.yaml"), permuted);
        String scenario = Files.readString(scenarios.resolve("innovate-inc/launch-day.yaml"))
                .replace("../traces/", scenarios.resolve("traces") + "/");
        Files.writeString(folder.resolve("launch-day.yaml"), scenario);

        String digest = ShippedRun.finish(
                        ShippedRun.load(folder.resolve("launch-day.yaml").toString(), SHORT))
                .requestDigest();

        assertNotEquals(architecture, permuted);
        assertEquals(GOLDEN, digest);
    }
}
