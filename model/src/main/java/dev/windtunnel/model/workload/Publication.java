package dev.windtunnel.model.workload;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.unit.Share;

/**
 * A message that a request sends to a queue when its work has succeeded, whether or not its client still waits for the answer.
 * Sending is not part of the request's time.
 */
@Doc("A message that a successful request sends to a queue")
public record Publication(
        @Doc("Queue, by name; each environment has its own") String queue,

        @Doc("Share of the endpoint's successful requests that send one") @Default("100%")
        Share probability) {}
