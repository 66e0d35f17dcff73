package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Named;

/** Messages that somebody outside the simulated system sends to a queue, at a rate. */
@Doc("Messages sent to a queue from outside, at a rate")
public record QueueFeed(@Named String queue, @Inline TrafficSource.Stages rate) {}
