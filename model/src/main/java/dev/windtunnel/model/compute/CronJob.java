package dev.windtunnel.model.compute;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** A Kubernetes CronJob (S20, S65). */
@Doc("A CronJob")
public record CronJob(@Named String name) {}
