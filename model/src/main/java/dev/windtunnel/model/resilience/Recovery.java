package dev.windtunnel.model.resilience;

import dev.windtunnel.model.notation.Doc;

/** How an environment comes back when its region is lost (S45, S46, S71, S76). */
@Doc("Recovery in another region")
public record Recovery() {}
