package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** A KMS key (S50). */
@Doc("A KMS key")
public record Key(@Named String name) {}
