package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledSessions;
import dev.windtunnel.simulator.compile.CompiledSessions.Kind;
import dev.windtunnel.simulator.compile.CompiledSessions.Kinds;
import dev.windtunnel.simulator.compile.CompiledSessions.Mixed;
import dev.windtunnel.simulator.kernel.CountsBySecond;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.SecondOfArrivals;
import dev.windtunnel.simulator.kernel.Tournament;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as one would write them without a thought for speed: an object for each user, a queue of closures, and no state but
 * what the words of the notation say. Draws come from the same keys, so the twin agrees to the nanosecond or is wrong.
 */
final class SessionTwin {

    private record Event(long time, int ordinal, Runnable action) {}

    /** A request, as the outside sees it. */
    record Sent(long time, long key, int endpoint) {}

    /** What becomes of a request. */
    record Answer(long heard, long seen, boolean isGood) {}

    /** Answers a request, knowing how many others are under way. */
    @FunctionalInterface
    interface Script {
        Answer answer(long key, int underWay, long now);
    }

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingInt(Event::ordinal));
    private final CompiledSessions settings;
    private final Script script;
    private final long horizonNanos;
    final List<Sent> sent = new ArrayList<>();
    int ordinal;
    int underWay;
    int finished;
    int leftSlow;
    int leftFailed;
    int reloads;
    int active;

    SessionTwin(CompiledSessions settings, CountsBySecond begins, long seed, int seconds, Script script) {
        this.settings = settings;
        this.script = script;
        horizonNanos = seconds * SessionFixture.SECOND;
        long times = Keys.named(seed, "arrivals/times");
        long keys = Keys.named(seed, "arrivals/sessions");
        for (int second = 0; second < seconds; second++) {
            SecondOfArrivals arrivals = new SecondOfArrivals();
            arrivals.generate(times, second, begins.count(second));
            for (int i = 0; i < arrivals.count(); i++) {
                long key = Keys.draw(Keys.mix(keys, second), i);
                long at = second * SessionFixture.SECOND + arrivals.offsetNanos(i);
                // After all that is under way at the same instant.
                events.add(new Event(at, Integer.MAX_VALUE, () -> new User(key).begin(at)));
            }
        }
    }

    void run() {
        Event next = events.poll();
        while (next != null) {
            next.action.run();
            next = events.poll();
        }
    }

    private void at(long time, Runnable action) {
        if (time < Tournament.NEVER) {
            events.add(new Event(time, ordinal++, action));
        }
    }

    private final class User {
        private final long key;
        private final int pages;
        private int page;
        private int load;
        private List<List<Integer>> waves = List.of();
        private int wave;
        private int waiting;
        private int calls;
        private boolean failed;
        private long clicked;
        private long lastSeen;

        User(long key) {
            this.key = key;
            pages = settings.pages().sampleUpper(Keys.draw(key, 1));
        }

        void begin(long now) {
            active++;
            click(now);
        }

        private long pageKey() {
            return Keys.mix(key, page);
        }

        private long loadKey() {
            return load == 0 ? pageKey() : Keys.mix(pageKey(), -load);
        }

        private boolean chance(int use, double probability) {
            return Keys.unit(Keys.draw(loadKey(), use)) < probability;
        }

        private void click(long now) {
            if (now >= horizonNanos) {
                return;
            }
            waves = new ArrayList<>(wavesOfPage());
            wave = 0;
            calls = 0;
            failed = false;
            clicked = now;
            send(now);
        }

        private List<List<Integer>> wavesOfPage() {
            List<List<Integer>> all = new ArrayList<>();
            int files = page == 0 ? settings.files().first() : settings.files().later();
            if (files > 0) {
                all.add(Collections.nCopies(files, settings.files().endpoint()));
            }
            switch (settings.content()) {
                case Kinds(List<Kind> kinds) -> {
                    double u = Keys.unit(Keys.draw(pageKey(), 1005));
                    Kind chosen = kinds.stream()
                            .filter(kind -> u < kind.cumulativeShare())
                            .findFirst()
                            .orElse(kinds.getLast());
                    all.addAll(chosen.waves());
                }
                case Mixed mixed -> {
                    int left = mixed.calls().sampleUpper(Keys.draw(pageKey(), 1006));
                    int call = files;
                    for (int w = 0; w < mixed.waves() && left > 0; w++) {
                        // The first waves are the larger ones.
                        int size = (left + mixed.waves() - w - 1) / (mixed.waves() - w);
                        List<Integer> endpoints = new ArrayList<>();
                        for (int i = 0; i < size; i++) {
                            double u = Keys.unit(Keys.draw(Keys.mix(pageKey(), call++), 1007));
                            int endpoint = 0;
                            while (u >= mixed.cumulativeWeights().get(endpoint)) {
                                endpoint++;
                            }
                            endpoints.add(endpoint);
                        }
                        all.add(endpoints);
                        left -= size;
                    }
                }
            }
            return all;
        }

        private void send(long now) {
            if (now >= horizonNanos) {
                return;
            }
            waiting = waves.get(wave).size();
            lastSeen = 0;
            for (int endpoint : waves.get(wave)) {
                long callKey = Keys.mix(loadKey(), calls++);
                sent.add(new Sent(now, callKey, endpoint));
                Answer answer = script.answer(callKey, underWay++, now);
                at(answer.heard(), () -> heard(answer));
            }
        }

        private void heard(Answer answer) {
            underWay--;
            waiting--;
            failed |= !answer.isGood();
            lastSeen = Math.max(lastSeen, answer.seen());
            if (waiting > 0) {
                return;
            }
            wave++;
            if (!failed && wave < waves.size()) {
                long next = lastSeen;
                at(next, () -> send(next));
            } else {
                pageIsOver(lastSeen);
            }
        }

        private void pageIsOver(long now) {
            boolean isLast = page == pages - 1;
            if (failed && chance(1002, settings.patience().leaveFailed())) {
                leftFailed++;
                active--;
            } else if (failed
                    && load < settings.reload().max()
                    && chance(1003, settings.reload().chance())) {
                reloads++;
                long again = now + (long) settings.reload().waitNanos().sampleUpper(Keys.draw(loadKey(), 1004));
                load++;
                at(again, () -> click(again));
            } else if (!failed
                    && !isLast
                    && now - clicked > settings.patience().limitNanos()
                    && chance(1002, settings.patience().leaveSlow())) {
                leftSlow++;
                active--;
            } else if (isLast) {
                finished++;
                active--;
            } else {
                long next = now + (long) settings.thinkNanos().sampleUpper(Keys.draw(pageKey(), 1001));
                page++;
                load = 0;
                at(next, () -> click(next));
            }
        }
    }

    /** The real stream under the same script. */
    static List<Sent> drive(SessionStream stream, Script script) {
        record Pending(long heard, int ordinal, int user, Answer answer) {}
        PriorityQueue<Pending> pending =
                new PriorityQueue<>(Comparator.comparingLong(Pending::heard).thenComparingInt(Pending::ordinal));
        List<Sent> sent = new ArrayList<>();
        int ordinal = 0;
        while (true) {
            long next = stream.nextTime();
            @Nullable Pending answered = pending.peek();
            if (answered != null && answered.heard <= next) {
                pending.remove();
                stream.ended(answered.user, answered.answer.isGood(), answered.answer.seen());
            } else if (next == Tournament.NEVER) {
                return sent;
            } else {
                int endpoint = stream.endpoint();
                long key = stream.take();
                sent.add(new Sent(next, key, endpoint));
                Answer answer = script.answer(key, pending.size(), next);
                pending.add(new Pending(answer.heard(), ordinal++, stream.user(), answer));
            }
        }
    }
}
