package dev.windtunnel.simulator.kernel;

/** One of several exponentials, chosen by probability. */
final class HyperExponentialLaw implements ContinuousLaw {

    private final double[] probabilities;
    private final double[] means;

    HyperExponentialLaw(double[] probabilities, double[] means) {
        if (probabilities.length == 0 || probabilities.length != means.length) {
            throw new IllegalArgumentException("each phase has a probability and a mean, found " + probabilities.length
                    + " probabilities and " + means.length + " means");
        }
        this.probabilities = probabilities.clone();
        this.means = means.clone();
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < means.length; i++) {
            mean += probabilities[i] * means[i];
        }
        return mean;
    }

    @Override
    public double below(double x) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum -= probabilities[i] * StrictMath.expm1(-x / means[i]);
        }
        return sum;
    }

    @Override
    public double above(double x) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += probabilities[i] * StrictMath.exp(-x / means[i]);
        }
        return sum;
    }

    @Override
    public double density(double x) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += probabilities[i] / means[i] * StrictMath.exp(-x / means[i]);
        }
        return sum;
    }
}
