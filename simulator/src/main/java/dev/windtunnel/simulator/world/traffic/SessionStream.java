package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.compile.CompiledSessions;
import dev.windtunnel.simulator.kernel.EventCalendar;
import dev.windtunnel.simulator.kernel.Keys;
import dev.windtunnel.simulator.kernel.QuantileTable;
import dev.windtunnel.simulator.kernel.Tournament;

/**
 * Partly open traffic: sessions begin whatever the system does; within a session a user asks for a page, waits for it, thinks,
 * and asks for the next one (workload sheet, section 7). A page's calls go out in waves, each when all calls of the former are
 * answered, as the user sees it; so a call's latency counts from the instant at which its user wanted it.
 *
 * <p>Every draw belongs to (stream, second, ordinal) of the session, then page, load and call. What the system does decides
 * when a user goes on, never what was drawn.
 */
final class SessionStream implements ArrivalStream {

    private static final int PAGES = 1;

    private final ArrivalStream begins;
    private final CompiledSessions settings;
    private final QuantileTable thinkNanos;
    private final PagePlan plan;
    private final long horizonNanos;

    /** Waves that are going to go out: one at most for each session. */
    private final EventCalendar waves = new EventCalendar();

    private final SessionPool pool = new SessionPool();
    private final SessionTally tally = new SessionTally();
    private int user = NOBODY;

    SessionStream(ArrivalStream begins, CompiledSessions settings, long horizonNanos) {
        this.begins = begins;
        this.settings = settings;
        this.horizonNanos = horizonNanos;
        thinkNanos = settings.thinkNanos();
        plan = new PagePlan(settings);
    }

    SessionCounts counts() {
        return tally.counts(pool.size());
    }

    @Override
    public long nextTime() {
        long time = Math.min(waves.headTime(), begins.nextTime());
        return time < horizonNanos ? time : Tournament.NEVER;
    }

    /** A session that begins before any wave goes out, begins now; so that the next request is always at the calendar's head. */
    private void admit() {
        long now = begins.nextTime();
        if (now < waves.headTime()) {
            long key = begins.take();
            int slot = pool.allocate(key, settings.pages().sampleUpper(Keys.draw(key, PAGES)), now);
            tally.begun++;
            load(slot, now);
        }
    }

    @Override
    public int endpoint() {
        admit();
        int slot = waves.headSubject();
        long pageKey = PagePlan.pageKey(pool.key(slot), pool.page(slot));
        return plan.endpoint(pageKey, pool.kind(slot), pool.files(slot), pool.nextCall(slot));
    }

    @Override
    public long take() {
        admit();
        user = alive(waves.headPayload());
        long key = Keys.mix(pool.loadKey(user), pool.nextCall(user));
        if (pool.send(user)) {
            waves.removeHead();
        }
        return key;
    }

    private int alive(long reference) {
        int slot = pool.resolve(reference);
        if (slot < 0) {
            throw new IllegalStateException("a wave goes out of session slot " + (int) reference + ", generation "
                    + (reference >>> 32) + ", which has ended");
        }
        return slot;
    }

    /** Its user asks for the present page, perhaps again. */
    private void load(int slot, long at) {
        long pageKey = PagePlan.pageKey(pool.key(slot), pool.page(slot));
        int kind = plan.kind(pageKey);
        int files = plan.files(pool.page(slot));
        int calls = files + plan.calls(pageKey, kind);
        pool.load(slot, PagePlan.loadKey(pageKey, pool.reloads(slot)), kind, files, calls, at);
        wave(slot, plan.waveSize(kind, files, calls, 0), at);
    }

    private void wave(int slot, int size, long at) {
        pool.nextWave(slot, size);
        waves.add(at, 0, slot, pool.reference(slot));
    }

    @Override
    public void ended(int who, boolean isGood, long endNanos) {
        if (pool.pending(who) <= 0) {
            throw new IllegalStateException("a call of session slot " + who + " ends, which waits for none");
        }
        if (pool.ended(who, isGood, endNanos)) {
            waveEnded(who, pool.waveEnds(who));
        }
    }

    private void waveEnded(int slot, long at) {
        int next = plan.waveSize(pool.kind(slot), pool.files(slot), pool.calls(slot), pool.wave(slot) + 1);
        if (pool.hasFailed(slot)) {
            failed(slot, at);
        } else if (next > 0) {
            wave(slot, next, at);
        } else {
            loaded(slot, at);
        }
    }

    private void loaded(int slot, long at) {
        tally.pages++;
        boolean isSlow = at - pool.pageBegan(slot) > settings.patience().limitNanos();
        tally.slowPages += isSlow ? 1 : 0;
        boolean wantsMore = pool.page(slot) + 1 < pool.pages(slot);
        if (isSlow
                && wantsMore
                && isDrawn(slot, PagePlan.LEAVE, settings.patience().leaveSlow())) {
            tally.leftSlow++;
            end(slot, at);
        } else {
            goOn(slot, at);
        }
    }

    private void failed(int slot, long at) {
        tally.pages++;
        tally.failedPages++;
        CompiledSessions.Reload reload = settings.reload();
        if (isDrawn(slot, PagePlan.LEAVE, settings.patience().leaveFailed())) {
            tally.leftFailed++;
            end(slot, at);
        } else if (pool.reloads(slot) < reload.max() && isDrawn(slot, PagePlan.RELOAD, reload.chance())) {
            tally.reloads++;
            long wait = (long) reload.waitNanos().sampleUpper(Keys.draw(pool.loadKey(slot), PagePlan.RELOAD_WAIT));
            pool.addReload(slot);
            load(slot, at + wait);
        } else {
            goOn(slot, at);
        }
    }

    private boolean isDrawn(int slot, int use, double probability) {
        return Keys.unit(Keys.draw(pool.loadKey(slot), use)) < probability;
    }

    /** On to the next page, if there is one. */
    private void goOn(int slot, long at) {
        if (pool.page(slot) + 1 == pool.pages(slot)) {
            tally.finished++;
            end(slot, at);
            return;
        }
        long pageKey = PagePlan.pageKey(pool.key(slot), pool.page(slot));
        long think = (long) thinkNanos.sampleUpper(Keys.draw(pageKey, PagePlan.THINK));
        pool.nextPage(slot);
        load(slot, at + think);
    }

    private void end(int slot, long at) {
        tally.ended(pool.page(slot) + 1, at - pool.began(slot));
        pool.release(slot);
    }

    @Override
    public boolean hasUsers() {
        return true;
    }

    @Override
    public int user() {
        return user;
    }

    @Override
    public long visit(int who) {
        return pool.visit(who);
    }

    @Override
    public void visit(int who, long visit) {
        pool.visit(who, visit);
    }

    @Override
    public long roundTripsNanos(int who, long extraNanos) {
        return pool.waveExtra(who, extraNanos);
    }

    @Override
    public void copyFrom(ArrivalStream other) {
        SessionStream theirs = (SessionStream) other;
        begins.copyFrom(theirs.begins);
        waves.copyFrom(theirs.waves);
        pool.copyFrom(theirs.pool);
        tally.copyFrom(theirs.tally);
        user = theirs.user;
    }
}
