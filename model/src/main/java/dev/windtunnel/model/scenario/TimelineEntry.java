package dev.windtunnel.model.scenario;

import dev.windtunnel.model.fault.Fault;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;

/** Something that is done to the running system at a moment. */
@Doc("Something done to the running system")
public record TimelineEntry(
        @Doc("Local clock time (20:15) or offset from the start (+6h15m)")
        Moment at,

        @Inline Fault fault) {}
