package dev.windtunnel.model.operations;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A place where people are told what happens (S69). */
@Doc("A place where people are told what happens")
public record Notification(
        @Named String name,
        @Doc("slack, teams or email") Channel via,
        @Doc("Chat room or address") String to,

        @Doc("What is told: releases, alarms, findings, drills, cost")
        List<Event> about) {

    /** How people are told. */
    public enum Channel {
        /** Slack. */
        SLACK,
        /** Microsoft Teams. */
        TEAMS,
        /** A letter. */
        EMAIL
    }

    /** What people are told. */
    public enum Event {
        /** A release begins, ends, or is taken back. */
        RELEASES,
        /** An alarm begins or ends. */
        ALARMS,
        /** A security service has found something. */
        FINDINGS,
        /** A drill begins, ends, or fails. */
        DRILLS,
        /** A budget is in danger, or money can be saved. */
        COST
    }

    /** @throws IllegalArgumentException if nothing would be told */
    public Notification {
        about = List.copyOf(about);
        if (about.isEmpty()) {
            throw new IllegalArgumentException("about is not empty");
        }
    }
}
