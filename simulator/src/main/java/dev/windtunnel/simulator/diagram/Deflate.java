package dev.windtunnel.simulator.diagram;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compresses by the DEFLATE format (RFC 1951) with fixed codes and greedy matches. The JDK's own compressor is whatever zlib
 * it was built with, and those differ in the bytes that they write; a picture has the same bytes on every machine.
 */
final class Deflate {

    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 15;
    private static final int END_OF_BLOCK = 256;
    /** Shortest match of each length code from 257 on (RFC 1951, 3.2.5). */
    private static final int[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    /** Least distance of each distance code. */
    private static final int[] DISTANCES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] lastSeen = new int[1 << HASH_BITS];
    private long bits;
    private int count;

    Deflate() {
        // One block for everything: final, fixed codes.
        put(1, 1);
        put(1, 2);
    }

    /** Compresses the first bytes of an array; matches do not reach back into what was added before. */
    void add(byte[] data, int length) {
        Arrays.fill(lastSeen, -1);
        int at = 0;
        while (at < length) {
            int match = 0;
            int distance = 0;
            if (at + SHORTEST <= length) {
                int hash = hash(data, at);
                int earlier = lastSeen[hash];
                lastSeen[hash] = at;
                if (earlier >= 0 && at - earlier <= WINDOW) {
                    match = Arrays.mismatch(
                            data,
                            earlier,
                            earlier + Math.min(LONGEST, length - at),
                            data,
                            at,
                            at + Math.min(LONGEST, length - at));
                    match = match < 0 ? Math.min(LONGEST, length - at) : match;
                    distance = at - earlier;
                }
            }
            if (match >= SHORTEST) {
                match(match, distance);
                at += match;
            } else {
                symbol(data[at] & 0xff);
                at++;
            }
        }
    }

    /** Ends the stream. */
    byte[] end() {
        symbol(END_OF_BLOCK);
        put(0, 7);
        return out.toByteArray();
    }

    private static int hash(byte[] data, int at) {
        int word = (data[at] & 0xff)
                | ((data[at + 1] & 0xff) << 8)
                | ((data[at + 2] & 0xff) << 16)
                | ((data[at + 3] & 0xff) << 24);
        return (word * 0x9e3779b1) >>> (32 - HASH_BITS);
    }

    private void match(int length, int distance) {
        int code = floor(LENGTHS, length);
        symbol(257 + code);
        // The last code stands for 258 alone; below it four codes share each number of extra bits, from one on.
        put(length - LENGTHS[code], code < 8 || code == 28 ? 0 : code / 4 - 1);
        int far = floor(DISTANCES, distance);
        put(Integer.reverse(far) >>> 27, 5);
        put(distance - DISTANCES[far], far < 4 ? 0 : far / 2 - 1);
    }

    private static int floor(int[] table, int value) {
        int found = Arrays.binarySearch(table, value);
        return found >= 0 ? found : -found - 2;
    }

    /** Fixed codes (RFC 1951, 3.2.6), which are written with their highest bit first. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            put(Integer.reverse(0x30 + symbol) >>> 24, 8);
        } else if (symbol < 256) {
            put(Integer.reverse(0x190 + symbol - 144) >>> 23, 9);
        } else if (symbol < 280) {
            put(Integer.reverse(symbol - 256) >>> 25, 7);
        } else {
            put(Integer.reverse(0xc0 + symbol - 280) >>> 24, 8);
        }
    }

    private void put(int value, int width) {
        bits |= (long) value << count;
        count += width;
        while (count >= 8) {
            out.write((int) bits & 0xff);
            bits >>>= 8;
            count -= 8;
        }
    }
}
