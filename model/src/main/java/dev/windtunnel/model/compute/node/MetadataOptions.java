package dev.windtunnel.model.compute.node;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;

/** Instance metadata service of a node: who reaches it gets the node's role (S31; R-K8S-05). */
@Doc("Instance metadata service")
public record MetadataOptions(
        @Doc("Network hops of an answer, 1 to 64; 1 keeps pods without host network away from the node's role")
        @Default("1")
        int httpPutResponseHopLimit,

        @Doc("Whether a session token is required (IMDSv2)") @Default("true")
        boolean httpTokensRequired) {

    /** @throws IllegalArgumentException if the hop limit is outside 1..64 */
    public MetadataOptions {
        if (httpPutResponseHopLimit < 1 || httpPutResponseHopLimit > 64) {
            throw new IllegalArgumentException(
                    "httpPutResponseHopLimit lies between 1 and 64, found " + httpPutResponseHopLimit);
        }
    }
}
