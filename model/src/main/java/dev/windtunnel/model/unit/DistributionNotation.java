package dev.windtunnel.model.unit;

import dev.windtunnel.model.unit.Distribution.Empirical;
import dev.windtunnel.model.unit.Distribution.Erlang;
import dev.windtunnel.model.unit.Distribution.Exponential;
import dev.windtunnel.model.unit.Distribution.Fixed;
import dev.windtunnel.model.unit.Distribution.Gamma;
import dev.windtunnel.model.unit.Distribution.HyperExponential;
import dev.windtunnel.model.unit.Distribution.LogNormal;
import dev.windtunnel.model.unit.Distribution.Normal;
import dev.windtunnel.model.unit.Distribution.Pareto;
import dev.windtunnel.model.unit.Distribution.Triangular;
import dev.windtunnel.model.unit.Distribution.Uniform;
import dev.windtunnel.model.unit.Distribution.Weibull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code family(argument, argument ...)}. An argument is a value, a name and a value ({@code cv 0.6}), or two values
 * that belong together ({@code 10% 80ms}).
 *
 * @param family the word before the parenthesis
 * @param arguments what stands between commas, stripped
 * @param text everything as the user wrote it, for messages
 */
record DistributionNotation(String family, List<String> arguments, String text) {

    private static final String FAMILIES = "exponential(10ms), normal(mean 10ms, sd 2ms), lognormal(mean 7ms, cv 0.6),"
            + " lognormal(p50 5ms, p99 40ms), lognormal(median 33s, cv 1.2), gamma(mean 10ms, cv 0.5), erlang(k 4, mean 10ms),"
            + " hyperexponential(90% 5ms, 10% 80ms), pareto(min 2ms, max 2s, alpha 1.5), weibull(mean 10ms, shape 0.7),"
            + " uniform(5s, 60s), triangular(60s, 75s, 120s) or empirical(5ms 70%, 20ms 30%)";

    static Distribution read(String lower, String text) {
        int open = lower.indexOf('(');
        if (open < 0) {
            return new Fixed(fixed(lower, text));
        }
        if (!lower.endsWith(")")) {
            throw Notation.unexpected("a closing parenthesis at the end", text);
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : lower.substring(open + 1, lower.length() - 1).split(",", -1)) {
            arguments.add(argument.strip());
        }
        return new DistributionNotation(lower.substring(0, open).strip(), arguments, text).distribution();
    }

    private static double fixed(String lower, String text) {
        boolean startsLikeADuration = !lower.isEmpty() && "0123456789.-".indexOf(lower.charAt(0)) >= 0;
        if (!startsLikeADuration) {
            throw Notation.unexpected("a duration (7ms) or a distribution: " + FAMILIES, text);
        }
        return seconds(lower);
    }

    private Distribution distribution() {
        return switch (family) {
            case "exponential" ->
                new Exponential(seconds(values("exponential(10ms)", "mean").getFirst()));
            case "normal" -> normal(values("normal(mean 10ms, sd 2ms)", "mean", "sd"));
            case "lognormal" -> logNormal();
            case "gamma" -> gamma(values("gamma(mean 10ms, cv 0.5)", "mean", "cv"));
            case "erlang" -> erlang(values("erlang(k 4, mean 10ms)", "k", "mean"));
            case "hyperexponential" -> hyperExponential();
            case "pareto" -> pareto(values("pareto(min 2ms, max 2s, alpha 1.5)", "min", "max", "alpha"));
            case "weibull" -> weibull(values("weibull(mean 10ms, shape 0.7)", "mean", "shape"));
            case "uniform" -> uniform(values("uniform(5s, 60s)", "from", "to"));
            case "triangular" -> triangular(values("triangular(60s, 75s, 120s)", "from", "mode", "to"));
            case "empirical" -> empirical();
            default -> throw Notation.unexpected("a duration (7ms) or a distribution: " + FAMILIES, text);
        };
    }

    private static Distribution normal(List<String> values) {
        return new Normal(seconds(values.get(0)), seconds(values.get(1)));
    }

    private Distribution gamma(List<String> values) {
        return new Gamma(seconds(values.get(0)), number(values.get(1), "cv"));
    }

    private Distribution erlang(List<String> values) {
        double k = number(values.get(0), "k");
        Erlang.stages(k);
        if (k != StrictMath.rint(k)) {
            throw Notation.unexpected("a whole number of stages as k", text);
        }
        return new Erlang((int) k, seconds(values.get(1)));
    }

    private Distribution pareto(List<String> values) {
        return new Pareto(seconds(values.get(0)), seconds(values.get(1)), number(values.get(2), "alpha"));
    }

    private Distribution weibull(List<String> values) {
        return new Weibull(seconds(values.get(0)), number(values.get(1), "shape"));
    }

    private static Distribution uniform(List<String> values) {
        return new Uniform(seconds(values.get(0)), seconds(values.get(1)));
    }

    private static Distribution triangular(List<String> values) {
        return new Triangular(seconds(values.get(0)), seconds(values.get(1)), seconds(values.get(2)));
    }

    private Distribution logNormal() {
        String forms = "lognormal(mean 7ms, cv 0.6), lognormal(p50 5ms, p99 40ms), lognormal(median 33s, cv 1.2)"
                + " or lognormal(median 30ms, sigma 0.6)";
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String argument : arguments) {
            String[] words = words(argument, forms);
            names.add(words[0]);
            values.add(words[1]);
        }
        return switch (String.join("+", names)) {
            case "median+cv" -> LogNormal.ofMedian(seconds(values.get(0)), number(values.get(1), "cv"));
            case "mean+cv" -> LogNormal.ofMean(seconds(values.get(0)), number(values.get(1), "cv"));
            case "p50+p99" -> LogNormal.ofPercentiles(seconds(values.get(0)), seconds(values.get(1)));
            case "median+sigma" -> new LogNormal(seconds(values.get(0)), number(values.get(1), "sigma"));
            default -> throw Notation.unexpected(forms, text);
        };
    }

    private Distribution hyperExponential() {
        String form = "hyperexponential(90% 5ms, 10% 80ms) or hyperexponential(mean 10ms, cv 3)";
        if (arguments.getFirst().startsWith("mean ")) {
            List<String> values = values(form, "mean", "cv");
            return HyperExponential.ofMean(seconds(values.get(0)), number(values.get(1), "cv"));
        }
        List<HyperExponential.Phase> phases = new ArrayList<>();
        for (String argument : arguments) {
            String[] words = words(argument, form);
            phases.add(new HyperExponential.Phase(part(words[0], "probability"), seconds(words[1])));
        }
        return new HyperExponential(phases);
    }

    private Distribution empirical() {
        String form = "empirical(5ms 70%, 20ms 30%), empirical(5ms 7, 20ms 3) or empirical(5ms, 20ms)";
        List<Empirical.Outcome> outcomes = new ArrayList<>();
        double percentages = 0;
        int withPercent = 0;
        for (String argument : arguments) {
            String[] words = argument.contains(" ") ? words(argument, form) : new String[] {argument, "1"};
            double weight = part(words[1], "weight");
            outcomes.add(new Empirical.Outcome(seconds(words[0]), weight));
            if (words[1].endsWith("%")) {
                percentages += weight;
                withPercent++;
            }
        }
        if (withPercent > 0 && withPercent < outcomes.size()) {
            throw Notation.unexpected("all weights in percent, or none: " + form, text);
        }
        if (withPercent > 0) {
            DistributionChecks.addUpToOne("percentages of an empirical distribution", percentages);
        }
        return new Empirical(outcomes);
    }

    /** The values of arguments that stand in the given order, each with its name or without. */
    private List<String> values(String form, String... names) {
        if (arguments.size() != names.length) {
            throw Notation.unexpected(form, text);
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String argument = arguments.get(i);
            boolean named = argument.contains(" ");
            if (argument.isEmpty() || (named && !words(argument, form)[0].equals(names[i]))) {
                throw Notation.unexpected(form, text);
            }
            values.add(named ? words(argument, form)[1] : argument);
        }
        return values;
    }

    /** The two words of an argument. */
    private String[] words(String argument, String form) {
        String[] words = argument.split("\\s+", 2);
        if (words.length != 2) {
            throw Notation.unexpected(form, text);
        }
        return words;
    }

    private static double seconds(String text) {
        return Durations.seconds(text);
    }

    private double number(String digits, String name) {
        return Notation.decimal(digits, "a number as " + name, text).doubleValue();
    }

    /** {@code 10%}, {@code 0.1} or a count. */
    private double part(String digits, String name) {
        boolean percent = digits.endsWith("%");
        String number = percent ? digits.substring(0, digits.length() - 1) : digits;
        BigDecimal decimal = Notation.decimal(number, "a number or a percentage as " + name, text);
        return (percent ? decimal.movePointLeft(2) : decimal).doubleValue();
    }
}
