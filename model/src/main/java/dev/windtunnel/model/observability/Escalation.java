package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.time.Duration;
import java.util.List;

/** Who is told when nobody acknowledges a page. */
@Doc("Who is told when nobody acknowledges")
public record Escalation(
        @Named String name,
        @Doc("Receivers in order, each {receiver, after}") List<Step> steps) {

    /** A receiver that is told when the ones before have been silent. */
    @Doc("A receiver that is told after a time without an answer")
    public record Step(
            @Doc("Whom") String receiver,
            @Doc("Time since the alarm") Duration after) {}

    /** @throws IllegalArgumentException if a step comes before the one before it */
    public Escalation {
        steps = List.copyOf(steps);
        Limits.notEmpty("steps", steps);
        for (int step = 1; step < steps.size(); step++) {
            if (steps.get(step).after().compareTo(steps.get(step - 1).after()) <= 0) {
                throw new IllegalArgumentException("steps follow each other in time, found "
                        + steps.get(step).receiver() + " not after "
                        + steps.get(step - 1).receiver());
            }
        }
    }
}
