package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Where the class path has no window, as here and on every command but {@code windtunnel desktop}. */
class DesktopCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int windtunnel(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, false, false);
        return Main.execute(arguments, new FakeDay(), console, new StopSwitch(), () -> 0);
    }

    @Test
    void saysHowToStartIt() {
        assertEquals(2, windtunnel("desktop", "day.yaml"));

        assertTrue(err.toString().contains("./windtunnel desktop SCENARIO"), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void judgesItsArgumentsBeforeItOpensAnything() {
        assertEquals(2, windtunnel("desktop", "day.yaml", "--set", "seed"));
        assertTrue(err.toString().contains("expected --set PATH=VALUE"), err::toString);

        assertEquals(2, windtunnel("desktop"));
        assertTrue(err.toString().contains("Missing required parameter: 'SCENARIO'"), err::toString);
    }

    @Test
    void isNamedAmongTheCommands() {
        assertEquals(0, windtunnel("--help"));

        assertTrue(out.toString().contains("desktop "), out::toString);
        assertFalse(out.toString().contains("javafx"));
    }
}
