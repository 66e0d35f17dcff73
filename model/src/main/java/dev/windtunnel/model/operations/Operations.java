package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Doc;

/** Runbooks, drills and infrastructure code (S67 to S70). */
@Doc("Runbooks, drills, infrastructure as code")
public record Operations() {}
