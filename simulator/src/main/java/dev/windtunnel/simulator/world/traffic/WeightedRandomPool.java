package dev.windtunnel.simulator.world.traffic;

import dev.windtunnel.simulator.kernel.Copies;
import dev.windtunnel.simulator.kernel.Keys;
import java.util.Arrays;

/**
 * At random by weight. All weights are equal, unless anomaly mitigation lowers those of targets that answer with 5xx or
 * not at all (ALB-17, automatic target weights).
 *
 * <p>Each node judges its targets every 5 s by the answers of these 5 s. A target is anomalous if the share of its answers
 * that are errors exceeds 10 % by more than twice the share of all other targets. Its weight then falls to a quarter, down to a
 * sixteenth of the full one; after a window with answers and no anomaly it doubles, up to the full one. That a group of fewer than
 * three targets is left alone and that at most half of the targets are mitigated is the service's; window, threshold and
 * steps are estimates, since the service's are not published.
 */
final class WeightedRandomPool implements TargetPool {

    static final int FULL_WEIGHT = 16;
    static final long WINDOW_NANOS = 5_000_000_000L;

    private static final int FEWEST_TARGETS = 3;
    private static final int FEWEST_ERRORS = 3;
    private static final double ERROR_SHARE = 0.1;

    private final boolean mitigates;
    private final WeightTree tree = new WeightTree();
    private int[] pods = new int[16];
    private int size;

    // By pod: full weight less its weight, and the answers and errors of this window.
    private int[] reduction = new int[0];
    private int[] answers = new int[0];
    private int[] errors = new int[0];
    private long windowEnd;

    WeightedRandomPool(boolean mitigates) {
        this.mitigates = mitigates;
    }

    @Override
    public void members(int[] newPods, int count, long now) {
        pods = pods.length < count ? new int[Math.max(count, 2 * pods.length)] : pods;
        System.arraycopy(newPods, 0, pods, 0, count);
        size = count;
        tree.reset(count);
        for (int place = 0; place < count; place++) {
            reserve(pods[place]);
            tree.add(place, weight(pods[place]));
        }
    }

    private void reserve(int pod) {
        if (pod >= reduction.length) {
            int capacity = Math.max(pod + 1, 2 * reduction.length);
            reduction = Arrays.copyOf(reduction, capacity);
            answers = Arrays.copyOf(answers, capacity);
            errors = Arrays.copyOf(errors, capacity);
        }
    }

    /** A member's weight, 1 to {@link #FULL_WEIGHT}. */
    int weight(int pod) {
        return FULL_WEIGHT - reduction[pod];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int pick(long key, long now) {
        return pods[tree.find(Keys.below(tree.total(), Keys.draw(key, Draw.TARGET)))];
    }

    @Override
    public void ended(int pod, int before, int status, long now) {
        if (!mitigates || status == 0 || pod >= reduction.length) {
            return;
        }
        if (now >= windowEnd) {
            judge();
            windowEnd = now + WINDOW_NANOS;
        }
        answers[pod]++;
        errors[pod] += status >= 500 ? 1 : 0;
    }

    private void judge() {
        int allAnswers = 0;
        int allErrors = 0;
        int mitigated = 0;
        for (int place = 0; place < size; place++) {
            allAnswers += answers[pods[place]];
            allErrors += errors[pods[place]];
            mitigated += reduction[pods[place]] > 0 ? 1 : 0;
        }
        for (int place = 0; place < size; place++) {
            int pod = pods[place];
            boolean wasMitigated = reduction[pod] > 0;
            boolean hasRoom = size >= FEWEST_TARGETS && (wasMitigated || mitigated < size / 2);
            if (hasRoom && isAnomalous(pod, allAnswers, allErrors)) {
                mitigated += wasMitigated ? 0 : 1;
                reweigh(place, Math.max(1, weight(pod) / 4));
            } else if (wasMitigated && answers[pod] > 0) {
                reweigh(place, Math.min(FULL_WEIGHT, 2 * weight(pod)));
            }
        }
        Arrays.fill(answers, 0);
        Arrays.fill(errors, 0);
    }

    private boolean isAnomalous(int pod, int allAnswers, int allErrors) {
        int own = answers[pod];
        if (own == 0 || (reduction[pod] == 0 && errors[pod] < FEWEST_ERRORS)) {
            return false;
        }
        int others = allAnswers - own;
        double usual = others == 0 ? 0 : (allErrors - errors[pod]) / (double) others;
        return errors[pod] / (double) own > ERROR_SHARE + 2 * usual;
    }

    private void reweigh(int place, int weight) {
        int pod = pods[place];
        tree.add(place, weight - weight(pod));
        reduction[pod] = FULL_WEIGHT - weight;
    }

    @Override
    public void started(int pod) {
        if (pod < reduction.length) {
            reduction[pod] = 0;
            answers[pod] = 0;
            errors[pod] = 0;
        }
    }

    @Override
    public void copyFrom(TargetPool other) {
        WeightedRandomPool theirs = (WeightedRandomPool) other;
        tree.copyFrom(theirs.tree);
        pods = Copies.of(theirs.pods, pods);
        size = theirs.size;
        reduction = Copies.of(theirs.reduction, reduction);
        answers = Copies.of(theirs.answers, answers);
        errors = Copies.of(theirs.errors, errors);
        windowEnd = theirs.windowEnd;
    }
}
