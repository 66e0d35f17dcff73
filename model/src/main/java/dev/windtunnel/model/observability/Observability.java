package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Doc;

/** What an environment tells of itself (S29, S55 to S58). */
@Doc("Metrics, logs, traces and alarms")
public record Observability() {}
