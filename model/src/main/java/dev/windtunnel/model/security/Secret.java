package dev.windtunnel.model.security;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** A secret in Secrets Manager (S47). */
@Doc("A secret in Secrets Manager")
public record Secret(@Named String name) {}
