package dev.windtunnel.simulator.analytic;

/** How long a request is ready to wait in queue. */
sealed interface Patience {

    /** P(patience > t). */
    double survival(double seconds);

    /** E[min(patience, t)], the integral of the survival up to t. */
    double expectedUpTo(double seconds);

    /** Where the survival jumps; 0 if nowhere. Integrals are split there. */
    double jump();

    record Exponential(double mean) implements Patience {

        public Exponential {
            Check.positive("mean patience", mean);
        }

        @Override
        public double survival(double seconds) {
            return StrictMath.exp(-seconds / mean);
        }

        @Override
        public double expectedUpTo(double seconds) {
            return -mean * StrictMath.expm1(-seconds / mean);
        }

        @Override
        public double jump() {
            return 0;
        }
    }

    record Fixed(double timeout) implements Patience {

        public Fixed {
            Check.positive("timeout", timeout);
        }

        @Override
        public double survival(double seconds) {
            return seconds < timeout ? 1 : 0;
        }

        @Override
        public double expectedUpTo(double seconds) {
            return Math.min(seconds, timeout);
        }

        @Override
        public double jump() {
            return timeout;
        }
    }
}
