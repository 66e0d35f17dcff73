package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;

/**
 * Calls to an external service in the course of a request, one after the other, in the order of the list. The request keeps
 * its worker meanwhile; after its statements it keeps its database connection too, as SQLAlchemy's session does until the
 * end of the request.
 */
@Doc("Calls to an external service in the course of a request")
public record ExternalCall(
        @Doc("External service, by name") String service,

        @Doc("Calls, one after the other, 1 to 20") @Default("1")
        int calls,

        @Doc("Share of the endpoint's requests that make these calls") @Default("100%")
        Share probability,

        @Doc("before-queries or after-queries: where in the course of the request") @Default("after-queries")
        CallTime at,

        @Doc("Whether the request can do without an answer; otherwise a failed call fails it with status 500")
        @Default("false")
        boolean optional) {

    /** @throws IllegalArgumentException if the number of calls is outside 1..20 */
    public ExternalCall {
        if (calls < 1 || calls > 20) {
            throw new IllegalArgumentException("calls lies between 1 and 20, found " + calls);
        }
    }
}
