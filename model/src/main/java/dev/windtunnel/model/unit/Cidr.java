package dev.windtunnel.model.unit;

/** A block of IPv4 addresses in CIDR notation. The address is the block's first, so host bits are zero. */
public record Cidr(int address, int prefixLength) implements Comparable<Cidr> {

    private static final String EXPECTED = "a CIDR block such as 10.30.0.0/16";

    /** @throws IllegalArgumentException if the prefix is not 0..32 or host bits are set */
    public Cidr {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("a prefix length lies between 0 and 32, found " + prefixLength);
        }
        if ((address & ~mask(prefixLength)) != 0) {
            throw new IllegalArgumentException("host bits are set in " + dotted(address) + "/" + prefixLength
                    + "; the block is " + dotted(address & mask(prefixLength)) + "/" + prefixLength);
        }
    }

    /**
     * Reads dotted notation.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Cidr parse(String text) {
        String[] halves = text.strip().split("/", -1);
        String[] octets = halves[0].split("\\.", -1);
        if (halves.length != 2 || octets.length != 4) {
            throw Notation.unexpected(EXPECTED, text);
        }
        int address = 0;
        for (String octet : octets) {
            address = (address << 8) | number(octet, 255, text);
        }
        return new Cidr(address, number(halves[1], 32, text));
    }

    private static int number(String digits, int max, String text) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || Integer.parseInt(digits) > max) {
            throw Notation.unexpected(EXPECTED, text);
        }
        return Integer.parseInt(digits);
    }

    private static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    }

    /** Whether the whole of the other block lies in this one. */
    public boolean contains(Cidr other) {
        return other.prefixLength >= prefixLength && (other.address & mask(prefixLength)) == address;
    }

    /** Whether the two blocks share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** How many addresses the block has. */
    public long size() {
        return 1L << (32 - prefixLength);
    }

    /** How many addresses AWS leaves usable in a subnet of this block: five fewer (VPC-01). */
    public long usableInSubnet() {
        return Math.max(0, size() - 5);
    }

    @Override
    public int compareTo(Cidr other) {
        int byAddress = Integer.compareUnsigned(address, other.address);
        return byAddress != 0 ? byAddress : Integer.compare(prefixLength, other.prefixLength);
    }

    /** Dotted notation. */
    @Override
    public String toString() {
        return dotted(address) + "/" + prefixLength;
    }

    private static String dotted(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
