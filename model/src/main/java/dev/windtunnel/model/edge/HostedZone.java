package dev.windtunnel.model.edge;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;

/** The Route 53 zone that the environment's names lie in (S26). */
@Doc("The Route 53 hosted zone")
public record HostedZone(
        @Doc("Domain, such as example.com") String name,

        @Doc("Whether only the VPC sees it") @Default("false") @Key("private")
        boolean isPrivate,

        @Doc("Whether its answers are signed") @Default("false")
        boolean dnssec,

        @Doc("Whether queries are logged to CloudWatch Logs") @Default("false")
        boolean queryLogging) {}
