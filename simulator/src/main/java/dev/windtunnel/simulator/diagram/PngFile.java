package dev.windtunnel.simulator.diagram;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** A PNG file in the making, row by row: 8 bits for each of red, green and blue (PNG specification, third edition). */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Each byte less the one above it (section 9.2): what does not change downward becomes zeros. */
    private static final byte FILTER_UP = 2;
    /** Bytes that are compressed together. */
    private static final int CHUNK = 1 << 20;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Deflate deflate = new Deflate();
    private final Adler32 checksum = new Adler32();
    private final byte[] above;
    private final byte[] waiting;
    private int filled;

    PngFile(int width, int height) {
        above = new byte[3 * width];
        waiting = new byte[Math.max(CHUNK, 3 * width + 1)];
        file.writeBytes(SIGNATURE);
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
    }

    /** Adds a row of pixels, {@code 0xRRGGBB} each. */
    void row(int[] pixels) {
        if (filled + above.length + 1 > waiting.length) {
            compress();
        }
        waiting[filled++] = FILTER_UP;
        for (int at = 0; at < pixels.length; at++) {
            for (int color = 0; color < 3; color++) {
                byte value = (byte) (pixels[at] >> (16 - 8 * color));
                waiting[filled++] = (byte) (value - above[3 * at + color]);
                above[3 * at + color] = value;
            }
        }
    }

    private void compress() {
        checksum.update(waiting, 0, filled);
        deflate.add(waiting, filled);
        filled = 0;
    }

    /** The whole file. */
    byte[] end() {
        compress();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        // A zlib stream (RFC 1950): window of 32 KiB, no dictionary, then the blocks, then the checksum.
        stream.writeBytes(new byte[] {0x78, 0x01});
        stream.writeBytes(deflate.end());
        stream.writeBytes(
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        chunk("IDAT", stream.toByteArray());
        chunk("IEND", new byte[0]);
        return file.toByteArray();
    }

    private void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
