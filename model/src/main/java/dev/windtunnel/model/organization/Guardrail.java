package dev.windtunnel.model.organization;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A control of Control Tower that is on (S75). */
@Doc("A guardrail of Control Tower")
public record Guardrail(
        @Named String name,

        @Doc("preventive (a policy denies), detective (a Config rule finds) or proactive (a hook refuses)")
        Behavior behavior,

        @Doc("mandatory, strongly-recommended or elective") @Default("elective")
        Guidance guidance,

        @Doc("Units that it is on for; empty means all that Control Tower knows") @Default("[]")
        List<String> units) {

    /** When it acts. */
    public enum Behavior {
        /** Before: a service control policy denies it. */
        PREVENTIVE,
        /** After: a Config rule finds it. */
        DETECTIVE,
        /** While it is made: a CloudFormation hook refuses it. */
        PROACTIVE
    }

    /** How strongly AWS urges it. */
    public enum Guidance {
        /** On in every landing zone, and it stays on. */
        MANDATORY,
        /** Good practice for more than one account. */
        STRONGLY_RECOMMENDED,
        /** What some enterprises want. */
        ELECTIVE
    }

    /** @throws IllegalArgumentException if a mandatory control is limited to some units */
    public Guardrail {
        units = List.copyOf(units);
        if (guidance == Guidance.MANDATORY && !units.isEmpty()) {
            throw new IllegalArgumentException("units: a mandatory guardrail is on for all of them");
        }
    }
}
