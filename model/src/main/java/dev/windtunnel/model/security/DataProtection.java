package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;

/** Classes of data and where each may lie (S03, S73, S78). */
@Doc("Classes of data, and where they may lie")
public record DataProtection() {}
