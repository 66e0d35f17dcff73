package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledQueues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SQS queue as one would write it down: a list of messages, looked through at each question. */
final class NaiveQueue {

    /** A message; its key is its name. */
    static final class Message {
        final long key;
        final long sent;
        long entered;
        int receives;
        String place = "";
        long until;
        long turn;

        Message(long key, long sent) {
            this.key = key;
            this.sent = sent;
            this.entered = sent;
        }
    }

    private final CompiledQueues.Queue settings;
    private final List<Message> messages = new ArrayList<>();
    private final @Nullable NaiveQueue dead;
    private final boolean takesDeadLetters;
    private long turns;
    long sent;
    long movedIn;
    long deleted;
    long expired;
    long movedOut;
    long late;
    long redelivered;

    NaiveQueue(CompiledQueues.Queue settings, @Nullable NaiveQueue dead, boolean takesDeadLetters) {
        this.settings = settings;
        this.dead = dead;
        this.takesDeadLetters = takesDeadLetters;
    }

    private void place(Message message, String place) {
        message.place = place;
        message.turn = turns++;
    }

    void send(long key, long now) {
        Message message = new Message(key, now);
        message.until = now + settings.delayNanos();
        place(message, settings.delayNanos() > 0 ? "delayed" : "fresh");
        messages.add(message);
        sent++;
    }

    private List<Message> at(String place) {
        return messages.stream()
                .filter(message -> message.place.equals(place))
                .sorted(Comparator.comparingLong((Message message) -> message.turn))
                .toList();
    }

    @Nullable Message receive(long now) {
        while (size("flight") < settings.mostInFlight()) {
            List<Message> candidates = new ArrayList<>(at("returned"));
            candidates.addAll(at("fresh"));
            if (candidates.isEmpty()) {
                return null;
            }
            Message first = candidates.getFirst();
            if (dead != null && first.receives >= settings.maxReceives()) {
                messages.remove(first);
                movedOut++;
                first.receives = 0;
                first.entered = now;
                dead.messages.add(first);
                dead.movedIn++;
                dead.place(first, "fresh");
                continue;
            }
            redelivered += first.receives > 0 ? 1 : 0;
            first.receives++;
            first.until = now + settings.visibilityNanos();
            place(first, "flight");
            return first;
        }
        return null;
    }

    void delete(Message message, int receive) {
        if (messages.contains(message) && message.receives == receive) {
            messages.remove(message);
            deleted++;
        } else {
            late++;
        }
    }

    void expire(long now) {
        List<Message> old = messages.stream()
                .filter(message -> message.sent + settings.retentionNanos() <= now)
                .toList();
        messages.removeAll(old);
        expired += old.size();
        for (Message message : at("delayed")) {
            if (message.until <= now) {
                place(message, "fresh");
            }
        }
        for (Message message : at("flight")) {
            if (message.until <= now) {
                place(message, message.receives < 3 ? "returned" : "fresh");
            }
        }
    }

    int size(String place) {
        return at(place).size();
    }

    long nextTime() {
        long next = Long.MAX_VALUE;
        for (Message message : messages) {
            next = Math.min(next, message.sent + settings.retentionNanos());
            boolean isTimed = message.place.equals("delayed") || message.place.equals("flight");
            next = isTimed ? Math.min(next, message.until) : next;
        }
        return next;
    }

    long oldestAge(long now) {
        return messages.stream()
                .filter(message -> message.receives < 3 || (message.receives == 3 && message.place.equals("flight")))
                .mapToLong(message -> now - (takesDeadLetters ? message.entered : message.sent))
                .max()
                .orElse(0);
    }
}
