package dev.windtunnel.model.yaml;

import dev.windtunnel.model.trace.CountTrace;
import dev.windtunnel.model.trace.RequestLog;
import java.util.Optional;

/** What a replay plays: counts or requests; neither if traffic is no replay. */
record Recording(Optional<CountTrace> counts, Optional<RequestLog> log) {

    static final Recording NONE = new Recording(Optional.empty(), Optional.empty());
}
