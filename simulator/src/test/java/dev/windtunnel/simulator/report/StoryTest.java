package dev.windtunnel.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void saysOfALimitHowMuchOfItIsUsedOrHowOftenItIsAskedFor() {
        assertEquals("32.6% of workers", Story.use(0.326, "workers"));
        assertEquals("120.0% of workers", Story.use(1.2, "workers"));
        assertEquals("all of workers, asked for 19 times over", Story.use(19.403, "workers"));
    }
}
