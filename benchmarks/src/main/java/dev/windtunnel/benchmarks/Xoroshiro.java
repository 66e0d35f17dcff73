package dev.windtunnel.benchmarks;

/** xoroshiro128+ (Blackman and Vigna) with an exponential by a 256-layer ziggurat (Marsaglia and Tsang): for bare loop and peers. */
final class Xoroshiro implements Luck {

    private static final double RIGHT = 7.697117470131050;
    private static final double AREA = 3.949659822581572e-3;
    private static final double[] X = new double[257];
    private static final double[] Y = new double[257];

    static {
        X[256] = AREA / Math.exp(-RIGHT);
        X[255] = RIGHT;
        Y[255] = Math.exp(-RIGHT);
        for (int i = 254; i >= 1; i--) {
            X[i] = -Math.log(AREA / X[i + 1] + Math.exp(-X[i + 1]));
            Y[i] = Math.exp(-X[i]);
        }
        X[0] = 0;
        Y[0] = 1;
        Y[256] = 0;
    }

    private long s0;
    private long s1;

    Xoroshiro(long seed) {
        s0 = mix(seed + 0x9E3779B97F4A7C15L);
        s1 = mix(seed + 0x3C6EF372FE94F82AL);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    private long next() {
        long a = s0;
        long b = s1;
        long result = a + b;
        b ^= a;
        s0 = Long.rotateLeft(a, 24) ^ b ^ (b << 16);
        s1 = Long.rotateLeft(b, 37);
        return result;
    }

    @Override
    public double exponential() {
        while (true) {
            long bits = next();
            int layer = (int) (bits & 255) + 1;
            double x = (bits >>> 11) * 0x1.0p-53 * X[layer];
            if (x < X[layer - 1]) {
                return x;
            }
            if (layer == 256) {
                return RIGHT - Math.log((next() >>> 11) * 0x1.0p-53 + 0x1.0p-54);
            }
            double y = Y[layer] + (Y[layer - 1] - Y[layer]) * ((next() >>> 11) * 0x1.0p-53);
            if (y < Math.exp(-x)) {
                return x;
            }
        }
    }
}
