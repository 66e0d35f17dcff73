package dev.windtunnel.simulator.report.chart;

import java.util.List;

/**
 * The colors behind a layer's numbers on light paper, for those who draw charts without the page's style sheet. The set is Okabe
 * and Ito's, as in the page.
 */
public final class Palette {

    private static final List<String> LIGHT =
            List.of("#0072b2", "#e69f00", "#009e73", "#f0e442", "#56b4e9", "#d55e00", "#cc79a7", "#1b1f23", "#8a939c");

    private Palette() {}

    /**
     * Six-digit color, as {@code #0072b2}.
     *
     * @param number 0..8
     */
    public static String color(int number) {
        return LIGHT.get(number);
    }
}
