package dev.windtunnel.simulator.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How values become heights. */
public sealed interface Scale {

    /** Height of a value, 0 at the bottom and 1 at the top; values outside stay at the edge. */
    double height(double value);

    /** Round values within the scale, rising. */
    List<Double> ticks();

    /** From 0 to {@code top}, which is a multiple of {@code step}. */
    record Linear(double top, double step) implements Scale {

        /** Up to the round value at or above the highest one, in three to five steps of 1, 2, 2.5 or 5 times a power of ten. */
        public static Linear upTo(double highest, Unit unit) {
            double step = Math.max(unit.smallestStep(), highest > 0 ? niceStep(highest / 5, unit) : 0.25);
            double steps = Math.max(1, Math.ceil(highest / step - 1e-9));
            return new Linear(step * steps, step);
        }

        private static double niceStep(double atLeast, Unit unit) {
            int power = (int) StrictMath.floor(StrictMath.log10(atLeast));
            for (String mantissa : List.of("1", "2", "2.5", "5")) {
                double candidate =
                        new BigDecimal(mantissa).scaleByPowerOfTen(power).doubleValue();
                boolean whole = unit.smallestStep() == 0 || candidate == StrictMath.rint(candidate);
                if (whole && candidate >= atLeast * (1 - 1e-9)) {
                    return candidate;
                }
            }
            return BigDecimal.TEN.scaleByPowerOfTen(power).doubleValue();
        }

        @Override
        public double height(double value) {
            return Math.clamp(value / top, 0.0, 1.0);
        }

        @Override
        public List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; i <= Math.round(top / step); i++) {
                ticks.add(i * step);
            }
            return ticks;
        }
    }

    /** From {@code bottom} to {@code top}, each ten times the last at equal distance. */
    record Logarithmic(double bottom, double top) implements Scale {

        /** Around the values, out to 1, 2 or 5 times a power of ten. */
        public static Logarithmic around(double lowest, double highest) {
            double low = Math.max(lowest, Double.MIN_NORMAL);
            double bottom = low;
            double top = Math.max(highest, low);
            for (double tick : series(low, top)) {
                if (tick <= low) {
                    bottom = tick;
                }
                if (tick >= top) {
                    return new Logarithmic(bottom, tick > bottom ? tick : tick * 2);
                }
            }
            throw new IllegalStateException("no tick above " + top);
        }

        @Override
        public double height(double value) {
            double height = value <= 0 ? 0 : StrictMath.log(value / bottom) / StrictMath.log(top / bottom);
            return Math.clamp(height, 0.0, 1.0);
        }

        @Override
        public List<Double> ticks() {
            boolean decadesOnly = top / bottom > 60;
            List<Double> ticks = new ArrayList<>();
            for (double tick : series(bottom, top)) {
                boolean decade = isDecade(tick);
                if (tick >= bottom && tick <= top && (decade || !decadesOnly)) {
                    ticks.add(tick);
                }
            }
            return ticks;
        }

        private static boolean isDecade(double tick) {
            return new BigDecimal(tick).stripTrailingZeros().precision() == 1
                    && new BigDecimal(tick).unscaledValue().toString().startsWith("1");
        }

        /** 1, 2 and 5 times the powers of ten, from at or below the low value to at or above the high one. */
        private static List<Double> series(double low, double high) {
            List<Double> series = new ArrayList<>();
            int power = (int) StrictMath.floor(StrictMath.log10(low)) - 1;
            while (true) {
                for (int mantissa : List.of(1, 2, 5)) {
                    double tick = BigDecimal.valueOf(mantissa)
                            .scaleByPowerOfTen(power)
                            .doubleValue();
                    series.add(tick);
                    if (tick >= high) {
                        return series;
                    }
                }
                power++;
            }
        }
    }
}
