package dev.windtunnel.model.delivery;

import dev.windtunnel.model.notation.Doc;

/** How code reaches the clusters (S35 to S40, S59, S60). */
@Doc("Repositories, pipelines, registry and GitOps")
public record Delivery() {}
