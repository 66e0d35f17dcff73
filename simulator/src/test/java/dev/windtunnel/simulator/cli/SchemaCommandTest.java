package dev.windtunnel.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.yaml.SchemaWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code windtunnel schema} from the outside. */
class SchemaCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int schema(String... arguments) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, false, false);
        String[] all = Stream.concat(Stream.of("schema"), Stream.of(arguments)).toArray(String[]::new);
        return Main.execute(all, new FakeDay(), console, new StopSwitch(), () -> 0);
    }

    @Test
    void printsTheSchemaOfAnArchitecture() {
        assertEquals(0, schema());
        assertEquals(SchemaWriter.architecture(), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void printsTheSchemaOfEachKind() {
        assertEquals(0, schema("scenario") + schema("architecture-part"));
        assertEquals(SchemaWriter.scenario() + SchemaWriter.architecturePart(), out.toString());
    }

    @Test
    void refusesAnotherKind() {
        assertEquals(2, schema("network"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("expected architecture, architecture-part or scenario, found network"));
    }
}
