package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own decompressor reads back what was written. */
final class DeflateTest {

    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            byte[] result = new byte[length];
            int read = 0;
            while (read < length && !inflater.finished()) {
                int more = inflater.inflate(result, read, length - read);
                if (more == 0) {
                    break;
                }
                read += more;
            }
            inflater.inflate(new byte[1]);
            assertEquals(length, read);
            assertTrue(inflater.finished());
            return result;
        } finally {
            inflater.end();
        }
    }

    /** Of few different values there are long matches, of 256 almost none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40, 256})
    void readsBackAsWhatWasWritten(int values) throws DataFormatException {
        SplittableRandom random = new SplittableRandom(values);
        byte[] data = new byte[200_000];
        for (int at = 0; at < data.length; at++) {
            boolean repeats = at > 40_000 && random.nextInt(100) > 0;
            data[at] = repeats ? data[at - 32_768 + values] : (byte) random.nextInt(values);
        }
        Deflate deflate = new Deflate();

        deflate.add(data, data.length);

        assertArrayEquals(data, inflated(deflate.end(), data.length));
    }

    @Test
    void knowsEveryLengthOfAMatch() throws DataFormatException {
        byte[] data = new byte[60_000];
        int at = 0;
        for (int length = 1; length <= 300; length++) {
            for (int step = 0; step < length && at < data.length; step++) {
                data[at++] = 7;
            }
            data[at++] = (byte) (length | 0x80);
        }
        Deflate deflate = new Deflate();

        deflate.add(data, at);

        byte[] written = Arrays.copyOf(data, at);
        assertArrayEquals(written, inflated(deflate.end(), at));
    }

    @Test
    void makesLittleOfNothingNew() {
        Deflate deflate = new Deflate();

        deflate.add(new byte[1_000_000], 1_000_000);

        assertTrue(deflate.end().length < 12_000);
    }
}
