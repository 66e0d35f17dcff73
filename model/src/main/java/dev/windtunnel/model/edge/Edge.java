package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Doc;

/** What stands before the load balancer (S76, S77). */
@Doc("CloudFront, Global Accelerator and API Gateway")
public record Edge() {}
