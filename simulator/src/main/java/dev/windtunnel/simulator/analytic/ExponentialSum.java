package dev.windtunnel.simulator.analytic;

/** The sum of two independent exponential times, without losing digits where their rates are close. */
final class ExponentialSum {

    private ExponentialSum() {}

    /**
     * P(X + Y > t) for rates a and b: exp(-a t) + a (exp(-a t) - exp(-b t)) / (b - a), whose fraction tends to a t exp(-a t).
     * With d = b - a it is a t exp(-a t) (1 - exp(-d t)) / (d t); expm1 keeps the digits for any d.
     */
    static double survival(double a, double b, double t) {
        double slow = Math.min(a, b);
        double distance = Math.abs(a - b) * t;
        double ratio = distance == 0 ? 1 : -StrictMath.expm1(-distance) / distance;
        return StrictMath.exp(-slow * t) * (1 + slow * t * ratio);
    }
}
