package dev.windtunnel.simulator.world.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArrivalSquaresTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void addsUpTheSquaresOfEachSecond() {
        ArrivalSquares squares = new ArrivalSquares();

        squares.arrived(0);
        squares.arrived(SECOND - 1);
        squares.arrived(SECOND);
        squares.arrived(7 * SECOND);
        squares.arrived(7 * SECOND + 1);
        squares.arrived(8 * SECOND - 1);

        assertEquals(4 + 1 + 9, squares.sum());
    }

    @Test
    void isNotChangedByBeingRead() {
        ArrivalSquares read = new ArrivalSquares();
        read.arrived(5);

        assertEquals(1, read.sum());
        read.arrived(6);

        assertEquals(4, read.sum());
    }

    @Test
    void goesOnFromACopy() {
        ArrivalSquares first = new ArrivalSquares();
        first.arrived(3 * SECOND);
        ArrivalSquares copy = new ArrivalSquares();

        copy.copyFrom(first);
        copy.arrived(3 * SECOND + 1);

        assertEquals(4, copy.sum());
        assertEquals(1, first.sum());
    }
}
