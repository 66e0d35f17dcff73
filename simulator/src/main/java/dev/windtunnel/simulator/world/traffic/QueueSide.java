package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.Arrivals;
import dev.windtunnel.simulator.compile.CompiledQueues;
import dev.windtunnel.simulator.kernel.EventCalendar;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.world.state.QueueReadings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a run: those who send, the stations, those who work on them, and what is next. A scenario without queues has
 * none of it.
 *
 * <p>A message's draws belong to its queue's name and to what sent it: the request, or its number from outside. So another
 * queue, or another worker, changes none of them.
 */
final class QueueSide implements QueueReadings {

    /** Use of a message's key. */
    private static final int IS_SENT = 24;

    private final Traffic traffic;
    private final MessageTable messages;
    private final QueueStation[] stations;
    private final WorkerTable workers;
    private final QueueEvents events;
    private final QueueWorkers threads;
    private final @Nullable ArrivalStream[] feeds;
    private final long[] publishedKeys;

    /** The publications of endpoint n begin here and end where those of n + 1 begin. */
    private final int[] firstOf;

    private final CompiledQueues.Publication[] publications;

    QueueSide(Traffic traffic, Application application) {
        this.traffic = traffic;
        CompiledQueues compiled = traffic.scenario.queues();
        int count = compiled.queues().size();
        messages = new MessageTable(count);
        stations = new QueueStation[count];
        for (int queue = 0; queue < count; queue++) {
            stations[queue] = new QueueStation(queue, compiled.queues().get(queue), messages);
        }
        for (QueueStation station : stations) {
            int target = station.settings.deadLetter();
            if (target != CompiledQueues.NO_QUEUE) {
                station.deadLettersGoTo(stations[target]);
            }
        }
        workers = new WorkerTable(count);
        events = new QueueEvents(traffic.sources, traffic.ranks.firstOfQueues(), stations, workers);
        threads = new QueueWorkers(traffic, application, stations, messages, workers, events);
        feeds = new ArrivalStream[count];
        publishedKeys = new long[count];
        publications = compiled.publications().toArray(CompiledQueues.Publication[]::new);
        firstOf = firstOf(compiled.publications(), traffic.scenario.endpoints().size());
        for (int queue = 0; queue < count; queue++) {
            startFeed(queue);
        }
    }

    private static int[] firstOf(List<CompiledQueues.Publication> publications, int endpoints) {
        int[] first = new int[endpoints + 1];
        for (CompiledQueues.Publication publication : publications) {
            first[publication.endpoint() + 1]++;
        }
        for (int endpoint = 0; endpoint < endpoints; endpoint++) {
            first[endpoint + 1] += first[endpoint];
        }
        return first;
    }

    private void startFeed(int queue) {
        long seed = traffic.scenario.seed();
        String name = stations[queue].settings.name();
        publishedKeys[queue] = Keys.named(seed, "queue/published/" + name);
        Arrivals arrivals = stations[queue].settings.feed();
        if (arrivals != null) {
            ArrivalStream stream = ArrivalStream.of(
                    arrivals,
                    traffic.scenario,
                    Keys.named(seed, "queue/times/" + name),
                    Keys.named(seed, "queue/messages/" + name));
            feeds[queue] = stream;
            events.feeds(queue, stream.nextTime());
        }
    }

    /** The event of one of the queues' sources, counted from their first. */
    void happen(int source, long now) {
        if (source == 0) {
            happen(now);
        } else if (source <= stations.length) {
            int queue = source - 1;
            stations[queue].expire(now);
            threads.offer(queue, now);
            threads.waitsEnd(queue, now);
            events.changed(queue);
        } else {
            int queue = source - 1 - stations.length;
            ArrivalStream feed = feeds[queue];
            if (feed != null) {
                long key = feed.take();
                events.feeds(queue, feed.nextTime());
                send(queue, key, now);
            }
        }
    }

    private void happen(long now) {
        EventCalendar calendar = events.calendar();
        int kind = calendar.headKind();
        int subject = calendar.headSubject();
        long payload = calendar.headPayload();
        calendar.removeHead();
        events.removed();
        switch (kind) {
            case QueueEvents.SENT -> send(subject, payload, now);
            case QueueEvents.ANSWERED -> threads.answered(payload, now);
            case QueueEvents.RESTED -> threads.rested(payload, now);
            default -> threads.workEnds(subject, payload, now);
        }
    }

    private void send(int queue, long key, long now) {
        stations[queue].send(key, now);
        threads.offer(queue, now);
    }

    /** A request has succeeded: what its endpoint publishes is on its way. */
    void published(int endpoint, long requestKey, long now) {
        for (int i = firstOf[endpoint]; i < firstOf[endpoint + 1]; i++) {
            CompiledQueues.Publication publication = publications[i];
            int queue = publication.queue();
            long key = Keys.mix(publishedKeys[queue], requestKey);
            long bits = Keys.draw(key, IS_SENT);
            if (Keys.unit(bits) < publication.probability()) {
                long took = (long) stations[queue].settings.requestNanos().sampleLower(bits);
                events.add(now + took, QueueEvents.SENT, queue, key);
            }
        }
    }

    /** The threads that work on messages. */
    QueueWorkers threads() {
        return threads;
    }

    /** The station of a queue. */
    QueueStation station(int queue) {
        return stations[queue];
    }

    @Override
    public int count() {
        return stations.length;
    }

    @Override
    public long visible(int queue) {
        return stations[queue].visible();
    }

    @Override
    public long inFlight(int queue) {
        return stations[queue].inFlight();
    }

    @Override
    public long delayed(int queue) {
        return stations[queue].delayed();
    }

    @Override
    public long oldestAgeNanos(int queue, long now) {
        return stations[queue].oldestAgeNanos(now);
    }

    /** Makes the queues equal to another run's; the tournament and the request table are copied on their own. */
    void copyFrom(QueueSide other) {
        messages.copyFrom(other.messages);
        workers.copyFrom(other.workers);
        events.copyFrom(other.events);
        threads.copyFrom(other.threads);
        for (int queue = 0; queue < stations.length; queue++) {
            stations[queue].copyFrom(other.stations[queue]);
            ArrivalStream feed = feeds[queue];
            if (feed != null) {
                feed.copyFrom(Objects.requireNonNull(other.feeds[queue]));
            }
        }
    }
}
