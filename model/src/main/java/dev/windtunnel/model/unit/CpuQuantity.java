package dev.windtunnel.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of CPU in thousandths of a vCPU, as Kubernetes writes it. Never negative. */
public record CpuQuantity(long millis) implements Comparable<CpuQuantity> {

    private static final String EXPECTED = "a CPU quantity such as 250m, 1 or 1.5";

    /** @throws IllegalArgumentException if negative */
    public CpuQuantity {
        if (millis < 0) {
            throw new IllegalArgumentException("a CPU quantity is not negative, found " + millis + "m");
        }
    }

    /**
     * Reads {@code 250m} or cores ({@code 1.5}).
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static CpuQuantity parse(String text) {
        String trimmed = text.strip();
        boolean milli = trimmed.endsWith("m");
        BigDecimal number =
                Notation.decimal(milli ? trimmed.substring(0, trimmed.length() - 1) : trimmed, EXPECTED, text);
        BigDecimal millis = milli ? number : number.movePointRight(3);
        if (millis.compareTo(BigDecimal.valueOf(1_000_000_000L)) > 0) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return new CpuQuantity(millis.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** In vCPUs. */
    public double cores() {
        return millis / 1000.0;
    }

    @Override
    public int compareTo(CpuQuantity other) {
        return Long.compare(millis, other.millis);
    }

    /** {@code 2} for whole vCPUs, {@code 250m} else. */
    @Override
    public String toString() {
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
    }
}
