package dev.windtunnel.simulator.analytic;

import static dev.windtunnel.simulator.analytic.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Single stations against the published theory cases; each test carries the id of its case. */
class QueueCasesTest {

    @Test
    void mm1Rho30() {
        ErlangC queue = new ErlangC(30, 1, 0.01);

        assertNear(0.004285714286, queue.meanWait());
        assertNear(0.01428571429, queue.meanSojourn());
        assertNear(0.3, queue.probabilityOfWaiting());
        assertNear(0.4285714286, queue.meanInSystem());
        assertNear(0.009902102579, queue.sojournQuantile(0.5));
        assertNear(0.04279617534, queue.sojournQuantile(0.95));
        assertNear(0.06578814551, queue.sojournQuantile(0.99));
        assertNear(0.09868221827, queue.sojournQuantile(0.999));
        assertNear(0.02559656385, queue.waitQuantile(0.95));
        assertNear(0.04858853402, queue.waitQuantile(0.99));
        assertEquals(0, queue.waitQuantile(0.69));
    }

    @Test
    void mm1Rho70() {
        ErlangC queue = new ErlangC(140, 1, 0.005);

        assertNear(0.01166666667, queue.meanWait());
        assertNear(0.7, queue.utilization());
        assertNear(0.1151292546, queue.sojournQuantile(0.999));
        assertNear(0.07080825403, queue.waitQuantile(0.99));
    }

    @Test
    void mmcC5Rho600() {
        ErlangC queue = new ErlangC(150, 5, 0.02);

        assertNear(0.2361516035, queue.probabilityOfWaiting());
        assertNear(0.002361516035, queue.meanWait());
        assertNear(0.02236151603, queue.meanSojourn());
        assertNear(0.01, queue.meanWaitOfThoseWhoWait());
        assertNear(0.3542274052, queue.meanQueueLength());
        assertNear(0.01633963397, queue.sojournQuantile(0.5));
        assertNear(0.06399834067, queue.sojournQuantile(0.95));
        assertNear(0.09631248352, queue.sojournQuantile(0.99));
        assertNear(0.1423920742, queue.sojournQuantile(0.999));
        assertNear(0.01552450981, queue.waitQuantile(0.95));
    }

    @Test
    void mmcC40Rho950() {
        ErlangC queue = new ErlangC(380, 40, 0.1);

        assertNear(0.6636376533, queue.probabilityOfWaiting());
        assertNear(12.60911541, queue.meanQueueLength());
        assertNear(0.1052153091, queue.sojournQuantile(0.5));
        assertNear(0.7416521975, queue.sojournQuantile(0.999));
        assertNear(0.2097575602, queue.waitQuantile(0.99));
    }

    @Test
    void timeoutNocancelC6() {
        ErlangC queue = new ErlangC(250, 6, 0.02);

        assertNear(0.002990180615, queue.sojournSurvival(0.15));
        assertNear(0.8333333333, queue.utilization());
        assertNear(249.2524548, 250 * (1 - queue.sojournSurvival(0.15)));
        assertNear(0.03175032901, queue.meanSojourn());
    }

    @Test
    void randomSplit12x4() {
        ErlangC queue = new ErlangC(816.0 / 12, 4, 0.05);

        assertNear(0.1074430185, queue.meanSojourn());
        assertNear(0.42796941, queue.sojournQuantile(0.99));
    }

    @Test
    void erlangbC10A4Exp() {
        assertNear(0.009997786688, ErlangB.blocking(10, 4.461));
        assertNear(4.416399874, ErlangB.busyServers(10, 4.461));
    }

    @Test
    void erlangbC20A12Exp() {
        assertNear(0.0100025918, ErlangB.blocking(20, 12.031));
        assertNear(11.91065882, ErlangB.busyServers(20, 12.031));
    }

    @Test
    void mmckC4K12Rho100() {
        FiniteQueue queue = new FiniteQueue(100, 4, 0.04, 12);

        assertNear(0.08913649025, queue.blocking());
        assertNear(0.0352293578, queue.meanWait());
        assertNear(0.0752293578, queue.meanSojourn());
        assertNear(0.7828746177, queue.probabilityOfWaiting());
        assertNear(91.08635097, queue.throughput());
        assertNear(6.852367688, queue.meanInSystem());
        assertNear(0.06670638816, queue.sojournQuantile(0.5));
        assertNear(0.1722171772, queue.sojournQuantile(0.95));
        assertNear(0.23690781, queue.sojournQuantile(0.99));
    }

    @Test
    void erlangAGmr50() {
        ImpatientQueue queue = ImpatientQueue.exponential(0.8, 50, 60, 120);

        assertNear(0.03091224916, queue.abandonment());
        assertNear(3.709469899, queue.meanWaitOfAll());
        assertNear(3.615900239, queue.meanWaitOfServed());
        assertNear(0.4677740686, queue.probabilityOfWaiting());
        assertNear(0.9303242408, queue.utilization());
        assertNear(2.967575919, queue.meanQueueLength());
        assertNear(45.51926285, queue.servedSojournQuantile(0.5), 1e-7);
        assertNear(16.59160625, queue.servedWaitQuantile(0.95), 1e-7);
        assertNear(183.6746643, queue.servedSojournQuantile(0.95), 1e-7);
        assertNear(24.89434542, queue.servedWaitQuantile(0.99), 1e-7);
        assertNear(280.240939, queue.servedSojournQuantile(0.99), 1e-7);
    }

    @Test
    void poolAcquireTimeoutC8Rho110() {
        ImpatientQueue pool = ImpatientQueue.timeout(176, 8, 0.05, 0.2);

        // The published values carry 7e-5 of their integration's step at the timeout. By hand, with B = B(7 servers,
        // 8.8):
        // v integrates to (e^3.2 - 1) / 16 up to the timeout and to e^3.2 / 160 beyond, and idle states weigh 1 / B.
        double beyond = 176 * StrictMath.exp(3.2) / 160;
        double within = 176 * StrictMath.expm1(3.2) / 16;
        assertNear(beyond / (1 / ErlangB.blocking(7, 8.8) + within + beyond), pool.abandonment(), 1e-12);
        assertNear(0.09346990673, pool.abandonment(), 1e-4);
        assertNear(0.1444116468, pool.meanWaitOfServed(), 1e-4);
        assertNear(0.9901420904, pool.probabilityOfWaiting(), 1e-4);
        assertNear(0.9971831026, pool.utilization(), 1e-4);
        assertNear(0.1585393049, pool.servedWaitQuantile(0.5), 1e-4);
        assertNear(0.1952568465, pool.servedSojournQuantile(0.5), 1e-4);
        assertNear(0.199391391, pool.servedWaitQuantile(0.99), 1e-4);
        assertNear(0.3912309642, pool.servedSojournQuantile(0.99), 1e-4);
    }

    @Test
    void md1Rho90() {
        assertNear(0.09, GeneralQueue.pollaczekKhinchineWait(45, 0.02, 0));
    }

    @Test
    void mg1LognCv1Rho70() {
        assertNear(0.04666666667, GeneralQueue.pollaczekKhinchineWait(35, 0.02, 1));
    }

    @Test
    void ggcMlogn2C8() {
        assertNear(0.05964259719, GeneralQueue.allenCunneenWait(136, 8, 0.05, 1, 4));
        assertNear(0.06149781756, GeneralQueue.sakasegawaWait(136, 8, 0.05, 1, 4));
    }

    @Test
    void mg1psExpRho80() {
        ProcessorSharing cpu = new ProcessorSharing(40, 1, 0.02);

        assertNear(0.1, cpu.meanSojourn());
        assertNear(4, cpu.meanInSystem());
        assertNear(0.5, cpu.meanSojournOf(0.1));
        assertNear(0.02333333333, ProcessorSharing.sojournVarianceForExponentialWork(40, 0.02));
    }

    @Test
    void mgcPsC2Rho80() {
        ProcessorSharing pod = new ProcessorSharing(32, 2, 0.05);

        assertNear(0.1388888889, pod.meanSojourn());
        assertNear(4.444444444, pod.meanInSystem());
    }

    @Test
    void gim1DRho80() {
        RenewalQueue queue = RenewalQueue.constantGaps(0.0125, 0.01);

        assertNear(0.6286297965, queue.waiting());
        assertNear(0.0169273084, queue.meanWait());
        assertNear(0.1240048378, queue.sojournQuantile(0.99));
    }

    @Test
    void rrN10Rho80() {
        RenewalQueue backend = RenewalQueue.roundRobin(800, 10, 0.01);

        assertNear(0.6578001757, backend.waiting());
        assertNear(0.0192226918, backend.meanWait());
        assertNear(0.02025562643, backend.sojournQuantile(0.5));
    }

    @Test
    void tokenBucketR100B20L95() {
        TokenBucket bucket = new TokenBucket(100, 20);

        assertNear(0.008068649643, bucket.throttled(95));
        assertNear(94.23347828, bucket.accepted(95));
    }

    @Test
    void transientMm1Empty() {
        TransientQueue queue = TransientQueue.empty(90, 1, 0.01, 400);

        assertNear(1.752183315, queue.advanceTo(0.05).meanInSystem());
        assertNear(3.519709611, queue.advanceTo(0.2).meanInSystem());
        assertNear(0.1789515041, queue.probability(0));
        assertNear(6.443920876, queue.advanceTo(1).meanInSystem());
        assertNear(8.685350612, queue.advanceTo(5).meanInSystem());
    }

    @Test
    void mtminfSinusoid() {
        InfiniteServers busy = new InfiniteServers(100, 60, 3_600, 30);

        assertNear(4795.07869, busy.meanBusy(900));
        assertNear(3093.9901, busy.meanBusy(1_800));
        assertNear(1204.92131, busy.meanBusy(2_700));
        assertNear(4797.537661, busy.peakBusy());
        assertNear(29.97262944, busy.peakLag());
    }
}
