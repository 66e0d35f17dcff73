package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledClients;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.result.Cause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Browsers: visits, cached DNS answers, kept connections, and what they do when an address does not answer.
 *
 * <p>A recorded or generated arrival is the instant at which the request reaches the load balancer if nothing is wrong. The
 * client's round trips before and after it add to its latency and order nothing, so they need no events.
 */
final class ClientSide {

    /** Shares of resolvers and browsers that keep an answer for its time to live, five times that, and an hour (DNS-05). */
    private static final double HONORS_TTL = 0.95;

    private static final double KEEPS_FIVEFOLD = 0.04;
    private static final long AN_HOUR = 3_600_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    /** Share of clients whose TLS handshake takes one round trip, not two (ALB-42). */
    private static final double TLS13 = 0.9;

    private final Traffic traffic;
    private final BalancerSide balancer;
    private final Outcomes outcomes;
    private final CompiledClients clients;
    private final SessionTable sessions;
    private final ArrivalStream stream;
    private final double[] cumulativeShares;
    private final @Nullable Attempts attempts;

    ClientSide(Traffic traffic, BalancerSide balancer, Application application, Outcomes outcomes) {
        this.traffic = traffic;
        this.balancer = balancer;
        this.outcomes = outcomes;
        clients = traffic.scenario.clients();
        sessions = new SessionTable(clients.sessionNanos());
        stream = ArrivalStream.of(traffic.scenario);
        cumulativeShares = new double[traffic.endpoints.length];
        for (int i = 0; i < cumulativeShares.length; i++) {
            cumulativeShares[i] = traffic.endpoints[i].cumulativeShare();
        }
        traffic.nextArrival = stream.nextTime();
        boolean needsRequests = !clients.attempts().isSingle() || stream.hasUsers();
        attempts = needsRequests ? new Attempts(traffic, this, balancer, outcomes) : null;
        outcomes.attempts(attempts);
    }

    /** The attempts of clients who may have more than one for a request; only such clients cause their events. */
    Attempts attempts() {
        return Objects.requireNonNull(attempts, "clients have one attempt for each request");
    }

    AttemptCounts attemptCounts() {
        return attempts == null ? new AttemptCounts(0, 0, 0, 0, 0, 0, 0) : attempts.counts();
    }

    /** What became of sessions, where users come in these. */
    SessionCounts sessionCounts() {
        return stream instanceof SessionStream begun ? begun.counts() : SessionCounts.NONE;
    }

    /** The next request sets out. */
    void arrive(long now) {
        int known = stream.endpoint();
        long sizes = stream.sizes();
        long key = stream.take();
        traffic.nextArrival = stream.nextTime();
        sessions.readAhead(Keys.draw(stream.keyAhead(), Draw.WHICH_VISIT));
        long bits = Keys.draw(key, Draw.ENDPOINT_AND_VISIT);
        int endpoint = known == ArrivalStream.ANY_ENDPOINT ? endpointOf((bits >>> 32) * 0x1.0p-32) : known;
        outcomes.arrived(endpoint, now);
        if (attempts != null) {
            attempts.begin(key, endpoint, sizes, stream.user(), now);
            return;
        }
        RequestTable requests = traffic.requests;
        int slot = requests.allocate(key, endpoint, now);
        requests.recordedSizes(slot, sizes);
        traffic.clientTimeouts.push(now + clients.timeoutNanos(), requests.reference(slot));

        long session = sessionOf(key, (bits & 0xFFFFFFFFL) * 0x1.0p-32, now);
        requests.session(slot, session);
        connect(slot, session, key, now);
    }

    /**
     * An attempt of a request sets out, in the same visit as the one before it, in its user's visit, or in any.
     *
     * @param earlier visit of the attempt before, or -1
     * @return the visit
     */
    long send(int slot, long earlier, int user, long key, long now) {
        boolean isFirstOfUser = earlier < 0 && user != ArrivalStream.NOBODY;
        long session = isFirstOfUser ? stream.visit(user) : earlier;
        if (session < 0 || !sessions.isActive(session, now)) {
            long bits = Keys.draw(key, Draw.ENDPOINT_AND_VISIT);
            session = user == ArrivalStream.NOBODY
                    ? sessionOf(key, (bits & 0xFFFFFFFFL) * 0x1.0p-32, now)
                    : newSession(key, now);
        }
        if (user != ArrivalStream.NOBODY) {
            stream.visit(user, session);
        }
        traffic.requests.session(slot, session);
        connect(slot, session, key, now);
        if (isFirstOfUser && traffic.requests.isLive(slot)) {
            traffic.requests.clientExtra(slot, stream.roundTripsNanos(user, traffic.requests.clientExtra(slot)));
        }
        return session;
    }

    /** A user's request has ended: the user may ask again. */
    void ended(int user, boolean isGood, long endNanos) {
        if (user != ArrivalStream.NOBODY) {
            stream.ended(user, isGood, endNanos);
            traffic.nextArrival = stream.nextTime();
        }
    }

    private int endpointOf(double share) {
        // Shares do not fall, so those passed are counted, all of them: where a search could stop is in doubt each
        // time.
        int endpoint = 0;
        for (int last = cumulativeShares.length - 1, i = 0; i < last; i++) {
            endpoint += share >= cumulativeShares[i] ? 1 : 0;
        }
        return endpoint;
    }

    private long sessionOf(long key, double share, long now) {
        int active = sessions.active(now);
        if (active > 0 && share >= clients.newSessionShare()) {
            return sessions.pick(Keys.below(active, Keys.draw(key, Draw.WHICH_VISIT)));
        }
        return newSession(key, now);
    }

    private long newSession(long key, long now) {
        long bits = Keys.draw(key, Draw.NEW_VISIT);
        int roundTrip = (int) Math.min(clients.roundTripNanos().sampleUpper(bits), 2e9);
        double patience = (bits & 0xFFFFFFFFL) * 0x1.0p-32;
        long life = patience < HONORS_TTL
                ? clients.dnsTtlNanos()
                : patience < HONORS_TTL + KEEPS_FIVEFOLD ? 5 * clients.dnsTtlNanos() : AN_HOUR;
        return sessions.begin(now, roundTrip, life);
    }

    private void connect(int slot, long session, long key, long now) {
        RequestTable requests = traffic.requests;
        int roundTrip = sessions.roundTripNanos(session);
        int zone = sessions.address(session);
        long lastUsed = sessions.lastUsedAt(session);
        boolean isNew = zone == SessionTable.NO_ADDRESS || now - lastUsed > clients.keepaliveNanos();
        traffic.meters.activeInMinute(lastUsed / MINUTE != now / MINUTE ? 1 : 0, now);
        sessions.used(session, now);
        requests.clientExtra(slot, roundTrip);
        if (isNew) {
            long bits = Keys.draw(key, Draw.CONNECTION);
            zone = resolve(session, bits, now);
            if (zone == SessionTable.NO_ADDRESS) {
                return; // No address at all: the client waits in vain until its own timeout.
            }
            traffic.meters.connected(now);
            int tls = !clients.tls() ? 0 : (bits & 0xFFFF) * 0x1.0p-16 < TLS13 ? 1 : 2;
            requests.clientExtra(slot, (2L + tls) * roundTrip);
            sessions.address(session, zone);
        }
        if (traffic.silentZone[zone]) {
            if (isNew) {
                fallBack(slot, session, zone, key, now);
            } else {
                lose(slot, zone);
            }
        } else if (sessions.usableAt(session) > now) {
            requests.balancerZone(slot, zone);
            traffic.delay(sessions.usableAt(session), Traffic.REDIAL, zone, requests.reference(slot));
        } else {
            balancer.dispatch(slot, zone, now);
        }
    }

    /** A kept connection leads to an address that no longer answers: bytes go out, nothing comes back. */
    private void lose(int slot, int zone) {
        traffic.requests.balancerZone(slot, zone);
        traffic.requests.state(slot, RequestTable.LOST);
        traffic.requests.blame(slot, Cause.DEAD_ADDRESS.code());
    }

    /** A new connection is not answered: after some silence the browser tries another address (DNS-06). */
    private void fallBack(int slot, long session, int deadZone, long key, long now) {
        RequestTable requests = traffic.requests;
        requests.balancerZone(slot, deadZone);
        sessions.avoided(session, deadZone);
        int other = pickAddress(session, deadZone, Keys.draw(key, Draw.FALLBACK_ADDRESS));
        if (other == SessionTable.NO_ADDRESS) {
            sessions.address(session, SessionTable.NO_ADDRESS);
            return;
        }
        long silence = (long) clients.fallbackNanos().sampleUpper(Keys.draw(key, Draw.FALLBACK_TIME));
        sessions.address(session, other);
        sessions.usableAt(session, now + silence);
        traffic.delay(now + silence, Traffic.REDIAL, other, requests.reference(slot));
    }

    /** The other address is dialed. */
    void redial(long reference, int zone, long now) {
        int slot = traffic.requests.resolve(reference);
        if (slot < 0) {
            return;
        }
        if (traffic.silentZone[zone]) {
            lose(slot, zone);
        } else {
            balancer.dispatch(slot, zone, now);
        }
    }

    /** A zone of the browser's DNS answer, asked anew if the answer is too old. */
    private int resolve(long session, long bits, long now) {
        if (now - sessions.answeredAt(session) > sessions.answerLifeNanos(session)) {
            // The answer comes from a resolver's cache and is as old as its place in the time to live.
            sessions.answeredAt(session, now - (long) (clients.dnsTtlNanos() * ((bits >>> 40) * 0x1.0p-24)));
        }
        return pickAddress(session, sessions.avoided(session), Keys.draw(bits, Draw.FALLBACK_ADDRESS));
    }

    /** One of the addresses in the browser's answer, the avoided one only if there is no other. */
    private int pickAddress(long session, int avoided, long bits) {
        long answered = sessions.answeredAt(session);
        int candidates = 0;
        for (int zone = 0; zone < traffic.zones; zone++) {
            candidates += zone != avoided && traffic.world.dns().isPresent(zone, answered) ? 1 : 0;
        }
        if (candidates == 0) {
            boolean onlyTheAvoided =
                    avoided != SessionTable.NO_ADDRESS && traffic.world.dns().isPresent(avoided, answered);
            return onlyTheAvoided && !traffic.silentZone[avoided] ? avoided : SessionTable.NO_ADDRESS;
        }
        int left = Keys.below(candidates, bits);
        for (int zone = 0; zone < traffic.zones; zone++) {
            if (zone != avoided && traffic.world.dns().isPresent(zone, answered) && left-- == 0) {
                return zone;
            }
        }
        throw new IllegalStateException("one of " + candidates + " addresses is picked, found none");
    }

    /** The page gives a request up (its own timeout): the outcome is decided, whatever the servers still do. */
    void giveUp(long now) {
        if (attempts != null) {
            attempts.giveUp(now);
            return;
        }
        RequestTable requests = traffic.requests;
        int slot = traffic.clientTimeouts.nextAlive(now, requests);
        if (slot < 0 || requests.isAnswered(slot)) {
            return;
        }
        outcomes.fail(slot, Outcomes.NO_ANSWER, balancer.causeOfWaiting(slot, now), now);
        distrustAddress(slot);
        balancer.leave(slot, false, now);
    }

    /** An address that did not answer is not dialed again first. */
    void distrustAddress(int slot) {
        RequestTable requests = traffic.requests;
        long session = requests.session(slot);
        int zone = requests.balancerZone(slot);
        if (sessions.isActive(session) && zone >= 0 && traffic.silentZone[zone] && sessions.address(session) == zone) {
            sessions.address(session, SessionTable.NO_ADDRESS);
            sessions.avoided(session, zone);
        }
    }

    /** Takes over another's state. */
    void copyFrom(ClientSide other) {
        sessions.copyFrom(other.sessions);
        stream.copyFrom(other.stream);
        if (attempts != null && other.attempts != null) {
            attempts.copyFrom(other.attempts);
        }
    }
}
