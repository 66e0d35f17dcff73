package dev.windtunnel.model.scenario;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.workload.Clients;
import dev.windtunnel.model.workload.QueueFeed;
import dev.windtunnel.model.workload.TrafficSource;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question asked of one environment of an architecture. */
@Doc("A question asked of an architecture")
public record Scenario(
        @Doc("What it asks, in one line") @Key("scenario") String title,
        @Doc("Architecture file, relative to this file") String architecture,

        @Doc("Environment of the architecture that is simulated")
        String environment,

        @Doc("Local date and time at which it starts: 2026-11-27T00:00")
        LocalDateTime start,

        @Doc("IANA time zone of the start and of all clock times; required where clock times or hourly profiles stand")
        @Nullable ZoneId timezone,

        @Doc("How long it lasts") Duration duration,
        @Doc("Where requests come from") TrafficSource traffic,

        @Doc("How the users' browsers behave") @Default("{}")
        Clients clients,

        @Doc("Messages that others send to queues of the environment, by queue") @Default("{}")
        List<QueueFeed> messages,

        @Doc("What is done to the running system, in any order") @Default("[]")
        List<TimelineEntry> timeline,

        @Doc("Service level objectives") @Default("[]") List<Objective> objectives,
        @Doc("What it may cost") @Nullable Budget budget,

        @Doc("Seed of every draw; the same seed gives the same bytes") @Default("1")
        long seed) {

    /** @throws IllegalArgumentException if it lasts no time or longer than 400 days */
    public Scenario {
        messages = List.copyOf(messages);
        timeline = List.copyOf(timeline);
        objectives = List.copyOf(objectives);
        if (duration.isZero()) {
            throw new IllegalArgumentException("duration is longer than 0s: there is nothing to simulate");
        }
        if (duration.compareTo(Duration.ofDays(400)) > 0) {
            throw new IllegalArgumentException("duration is at most 400d, found " + duration.toDays() + "d");
        }
    }
}
