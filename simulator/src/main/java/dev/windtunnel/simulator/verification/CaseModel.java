package dev.windtunnel.simulator.verification;

import java.util.List;
import java.util.Map;

/** A case's model, ready to be measured. */
interface CaseModel {

    /**
     * Measures.
     *
     * @param metrics names of the metrics; one that the model does not know is missing from the answer
     * @param seed of the run; equal seeds give equal answers
     * @param effort share of the stated run length
     */
    Map<String, Estimate> measure(List<String> metrics, long seed, double effort);

    /**
     * How much longer the stated run is than the one made with this effort, by all measured requests; 1 where there is no
     * randomness or no stated length.
     */
    double shortening(double effort);
}
