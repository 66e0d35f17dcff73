package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Labels.Size;
import java.util.List;

/**
 * Equal cells in rows.
 *
 * @param columns cells in a full row
 * @param rows of cells
 * @param cell size of each
 * @param gap pixels between two of them, wide enough for arrows
 */
record Grid(int columns, int rows, Size cell, int gap) {

    private static final int LEAST_GAP = 24;

    /** The fewest columns that make it nearly twice as wide as high. */
    static Grid of(int leastGap, List<Size> children) {
        int gap = Math.max(LEAST_GAP, leastGap);
        Size cell = children.stream().reduce(new Size(0, 0), Size::union);
        int columns = 1;
        Grid grid = new Grid(columns, children.size(), cell, gap);
        while (columns < children.size()
                && 5 * grid.size().width() < 8 * grid.size().height()) {
            columns++;
            grid = new Grid(columns, Math.ceilDiv(children.size(), columns), cell, gap);
        }
        return grid;
    }

    /** Room for all cells. */
    Size size() {
        return rows == 0
                ? new Size(0, 0)
                : new Size(columns * (cell.width() + gap) - gap, rows * (cell.height() + gap) - gap);
    }
}
