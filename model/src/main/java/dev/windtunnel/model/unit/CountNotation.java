package dev.windtunnel.model.unit;

import dev.windtunnel.model.unit.CountDistribution.Empirical;
import dev.windtunnel.model.unit.CountDistribution.Fixed;
import dev.windtunnel.model.unit.CountDistribution.Geometric;
import dev.windtunnel.model.unit.CountDistribution.LogNormal;
import java.util.ArrayList;
import java.util.List;

/** Reads counts and their distributions. */
final class CountNotation {

    private static final String FORMS = "a whole number (6) or a distribution of whole numbers: geometric(mean 6),"
            + " lognormal(mean 6, cv 1.25), lognormal(median 2.7, sigma 0.97) or empirical(1 37%, 2 20%, 8 43%)";

    private CountNotation() {}

    static CountDistribution read(String lower, String text) {
        int open = lower.indexOf('(');
        if (open < 0) {
            return new Fixed(count(lower, text));
        }
        if (!lower.endsWith(")")) {
            throw Notation.unexpected("a closing parenthesis at the end", text);
        }
        String family = lower.substring(0, open).strip();
        String[] arguments = lower.substring(open + 1, lower.length() - 1).split(",", -1);
        return switch (family + arguments.length) {
            case "geometric1" -> geometric(arguments[0].strip(), text);
            case "lognormal2" -> logNormal(arguments[0].strip(), arguments[1].strip(), text);
            default -> {
                if (!family.equals("empirical")) {
                    throw Notation.unexpected(FORMS, text);
                }
                yield empirical(arguments, text);
            }
        };
    }

    private static Geometric geometric(String argument, String text) {
        return new Geometric(number(argument.startsWith("mean ") ? argument.substring(5) : argument, text));
    }

    private static LogNormal logNormal(String first, String second, String text) {
        if (first.startsWith("mean ") && second.startsWith("cv ")) {
            return LogNormal.ofMean(number(first.substring(5), text), number(second.substring(3), text));
        }
        if (first.startsWith("median ") && second.startsWith("sigma ")) {
            return new LogNormal(number(first.substring(7), text), number(second.substring(6), text));
        }
        throw Notation.unexpected(FORMS, text);
    }

    private static Empirical empirical(String[] arguments, String text) {
        List<Empirical.Outcome> outcomes = new ArrayList<>();
        double percentages = 0;
        int withPercent = 0;
        for (String argument : arguments) {
            String[] words = argument.strip().split("\\s+", 2);
            boolean isPercent = words.length == 2 && words[1].endsWith("%");
            double weight = words.length == 1 ? 1 : number(isPercent ? words[1].replace("%", "") : words[1], text);
            outcomes.add(new Empirical.Outcome(count(words[0], text), isPercent ? weight / 100 : weight));
            percentages += isPercent ? weight / 100 : 0;
            withPercent += isPercent ? 1 : 0;
        }
        if (withPercent > 0 && withPercent < outcomes.size()) {
            throw Notation.unexpected("all weights in percent, or none", text);
        }
        if (withPercent > 0) {
            DistributionChecks.addUpToOne("percentages of an empirical distribution", percentages);
        }
        return new Empirical(outcomes);
    }

    private static int count(String digits, String text) {
        double number = number(digits, text);
        if (number != StrictMath.rint(number)) {
            throw Notation.unexpected(FORMS, text);
        }
        return (int) Math.clamp(number, -1, Integer.MAX_VALUE);
    }

    private static double number(String digits, String text) {
        return Notation.decimal(digits, FORMS, text).doubleValue();
    }
}
