package dev.windtunnel.simulator.world.state;

import dev.windtunnel.simulator.kernel.EventCalendar;

/** Events of the control plane, in order of (time, insertion). */
public final class ControlCalendar {

    private static final ControlEvent[] KINDS = ControlEvent.values();

    private final EventCalendar events = new EventCalendar();

    /** Adds an event without payload. */
    public void at(long time, ControlEvent kind, int subject) {
        at(time, kind, subject, 0);
    }

    /** Adds an event. */
    @SuppressWarnings("EnumOrdinal") // the kernel's calendar holds ints; this class alone translates
    public void at(long time, ControlEvent kind, int subject, long payload) {
        events.add(time, kind.ordinal(), subject, payload);
    }

    /** Time of the next event. */
    public long nextTime() {
        return events.headTime();
    }

    /** Kind of the next event. */
    public ControlEvent nextKind() {
        return KINDS[events.headKind()];
    }

    /** Subject of the next event. */
    public int nextSubject() {
        return events.headSubject();
    }

    /** Payload of the next event. */
    public long nextPayload() {
        return events.headPayload();
    }

    /** Drops the next event. */
    public void removeNext() {
        events.removeHead();
    }

    /** Takes over another's state. */
    void copyFrom(ControlCalendar other) {
        events.copyFrom(other.events);
    }
}
