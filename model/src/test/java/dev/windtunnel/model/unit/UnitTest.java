package dev.windtunnel.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UnitTest {

    @Test
    void readsTheWaysPeopleWriteQuantities() {
        assertEquals(Duration.ofMinutes(6 * 60 + 15), Durations.parse("6h15m"));
        assertEquals(Duration.ofMillis(1500), Durations.parse("1.5s"));
        assertEquals(512L << 20, ByteSize.parse("512Mi").bytes());
        assertEquals(180_000_000, ByteSize.parse("180 MB").bytes());
        assertEquals(1500, CpuQuantity.parse("1.5").millis());
        assertEquals(250, CpuQuantity.parse("250m").millis());
        assertEquals(0.999, Share.parse("99.9%").value());
        assertEquals(0.25, Share.parse("0.25").value());
        assertEquals(50, Rate.parse("3000/min").perSecond());
        assertEquals(Money.parse("45000 USD"), Money.parse("$45000.00"));
    }

    @Test
    void givesDistributionsTheMeanTheyWereWrittenWith() {
        assertEquals(0.007, Distribution.parse("lognormal(mean 7ms, cv 0.6)").meanSeconds(), 1e-15);
        assertEquals(0.010, Distribution.parse("exponential(mean 10ms)").meanSeconds(), 1e-15);
        assertEquals(32.5, Distribution.parse("uniform(5s, 60s)").meanSeconds(), 1e-12);
        assertEquals(85, Distribution.parse("triangular(60s, 75s, 120s)").meanSeconds(), 1e-12);
        // sigma = ln(40/5)/2.3263 = 0.8939; mean = 5 ms x exp(sigma^2/2) = 7.455 ms.
        assertEquals(
                0.007455, Distribution.parse("lognormal(p50 5ms, p99 40ms)").meanSeconds(), 1e-6);
    }

    @Test
    void tellsBlocksThatOverlapFromThoseThatDoNot() {
        Cidr vpc = Cidr.parse("10.30.0.0/16");

        assertTrue(vpc.contains(Cidr.parse("10.30.32.0/19")));
        assertFalse(Cidr.parse("10.30.32.0/19").contains(vpc));
        assertTrue(Cidr.parse("10.30.32.0/19").overlaps(vpc));
        assertFalse(vpc.overlaps(Cidr.parse("10.31.0.0/16")));
        assertTrue(Cidr.parse("0.0.0.0/0").contains(Cidr.parse("255.255.255.255/32")));
        assertEquals(251, Cidr.parse("10.30.0.0/24").usableInSubnet());
    }
}
