package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;

/** Security services of the whole organization (S07, S17, S52, S53, S73). */
@Doc("Security services of the organization")
public record Security() {}
