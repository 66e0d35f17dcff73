package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.simulator.result.RunResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ResultsJsonTest {

    private static final RunResult DAY = ExampleDay.result();

    @Test
    void readsBackAnEqualResult() throws IOException {
        byte[] written = write(DAY);

        RunResult read = read(written);

        assertEquals(DAY, read);
        assertArrayEquals(written, write(read));
    }

    @Test
    void putsEachMinuteOnALineOfItsOwn() throws IOException {
        String text = new String(write(DAY), StandardCharsets.UTF_8);

        assertEquals(
                1440,
                text.lines().filter(line -> line.startsWith("{\"minute\":")).count());
        assertTrue(text.startsWith("{\n\"schemaVersion\":1,\n\"provenance\":{"), text.substring(0, 60));
    }

    @Nested
    class WhenTheFileIsNotAResult {

        @Test
        void refusesAnotherVersionWithItsPlace() {
            String message = rejectionOf("{\"schemaVersion\":2}");

            assertEquals("r.json:1:18: error: schemaVersion 1 expected, found 2", message);
        }

        @Test
        void refusesAForeignObject() {
            String message = rejectionOf("{\"name\":\"x\"}");

            assertTrue(message.contains("begins with schemaVersion"), message);
        }

        @Test
        void refusesATruncatedFile() throws IOException {
            String half = new String(write(DAY), StandardCharsets.UTF_8).substring(0, 5000);

            String message = rejectionOf(half);

            assertTrue(message.contains("not a result"), message);
        }

        @Test
        void refusesAMissingField() throws IOException {
            String without = new String(write(DAY), StandardCharsets.UTF_8).replace("\"seed\":7,", "");

            String message = rejectionOf(without);

            assertTrue(message.contains("seed"), message);
        }

        @Test
        void refusesATimeZoneThatDoesNotExist() throws IOException {
            String wrong = new String(write(DAY), StandardCharsets.UTF_8).replace("Europe/Berlin", "Europe/Bielefeld");

            String message = rejectionOf(wrong);

            assertTrue(message.contains("Bielefeld"), message);
        }
    }

    static byte[] write(RunResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsJson.write(result, out);
        return out.toByteArray();
    }

    private static String rejectionOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return assertThrows(InputRejected.class, () -> read(bytes))
                .problems()
                .getFirst()
                .print();
    }

    private static RunResult read(byte[] bytes) throws IOException {
        return ResultsJson.read(new ByteArrayInputStream(bytes), "r.json");
    }
}
