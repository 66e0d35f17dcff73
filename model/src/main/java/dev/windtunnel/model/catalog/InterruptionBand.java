package dev.windtunnel.model.catalog;

import java.util.Arrays;

/** How many of an instance type's Spot instances are interrupted in a month, as the Spot Advisor bands them (SPOT-05). */
public enum InterruptionBand {
    /** Fewer than 5 %. */
    BELOW_5("<5%"),
    /** 5 to 10 %. */
    FROM_5("5-10%"),
    /** 10 to 15 %. */
    FROM_10("10-15%"),
    /** 15 to 20 %. */
    FROM_15("15-20%"),
    /** More than 20 %, the worst band. */
    ABOVE_20(">20%");

    private final String label;

    InterruptionBand(String label) {
        this.label = label;
    }

    static InterruptionBand of(String label) {
        return Arrays.stream(values())
                .filter(band -> band.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no interruption band is written '" + label + "'"));
    }

    /** As the Spot Advisor writes it: {@code >20%}. */
    @Override
    public String toString() {
        return label;
    }
}
