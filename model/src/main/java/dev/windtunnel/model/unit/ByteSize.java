package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of data in bytes, never negative. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    private static final String EXPECTED = "a size such as 512Mi, 20Gi, 12KB or 180MB";
    private static final String[] UNITS = {"Ti", "Gi", "Mi", "Ki", "TB", "GB", "MB", "KB", "kB", "B", ""};
    private static final long[] FACTORS = {
        1L << 40, 1L << 30, 1L << 20, 1L << 10, 1_000_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1_000L, 1, 1
    };

    /** @throws IllegalArgumentException if negative */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative, found " + bytes + " bytes");
        }
    }

    /**
     * Reads binary (Ki, Mi, Gi, Ti) and decimal (KB, MB, GB, TB) units, or bytes.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static ByteSize parse(String text) {
        String trimmed = text.strip();
        int unitStart = Notation.unitStart(trimmed);
        String unit = trimmed.substring(unitStart).strip();
        BigDecimal number = Notation.decimal(trimmed.substring(0, unitStart), EXPECTED, text);
        for (int u = 0; u < UNITS.length; u++) {
            if (UNITS[u].equals(unit)) {
                BigDecimal bytes = number.multiply(BigDecimal.valueOf(FACTORS[u]));
                if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                    throw Notation.unexpected(EXPECTED, text);
                }
                return new ByteSize(bytes.setScale(0, RoundingMode.HALF_UP).longValueExact());
            }
        }
        throw Notation.unexpected(EXPECTED, text);
    }

    /** Of so many mebibytes. */
    public static ByteSize ofMebibytes(long mebibytes) {
        return new ByteSize(Math.multiplyExact(mebibytes, 1L << 20));
    }

    /** In gibibytes, as AWS states memory and storage. */
    public double gibibytes() {
        return bytes / (double) (1L << 30);
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In the largest unit that divides it: {@code 512Mi}, {@code 180MB}, {@code 700B}. */
    @Override
    public String toString() {
        for (int u = 0; u < UNITS.length - 1; u++) {
            if (bytes >= FACTORS[u] && bytes % FACTORS[u] == 0) {
                return bytes / FACTORS[u] + UNITS[u];
            }
        }
        return bytes + "B";
    }
}
