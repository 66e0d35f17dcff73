package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.StationNetwork;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rate as time-varying cases write it: {@code 240 + 120 sin(2 pi t/600) per s}. */
final class Wave {

    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern RATE = Pattern.compile("\\s*" + NUMBER + "\\s*([-+])\\s*" + NUMBER
            + "\\s*\\*?\\s*sin\\(\\s*2\\s*\\*?\\s*pi\\s*\\*?\\s*t\\s*/\\s*" + NUMBER + "\\s*\\)\\s*(?:per s|/s)?\\s*");

    private Wave() {}

    static StationNetwork.Wave read(JsonValue rate) {
        Matcher matcher = RATE.matcher(rate.text());
        if (!matcher.matches()) {
            throw rate.expected("a rate such as '240 + 120 sin(2 pi t/600) per s'");
        }
        double mean = Double.parseDouble(matcher.group(1));
        double amplitude = Double.parseDouble(matcher.group(3));
        if (amplitude > mean) {
            throw rate.expected("a rate that is never negative");
        }
        double signed = matcher.group(2).equals("-") ? -amplitude : amplitude;
        return new StationNetwork.Wave(mean, signed, Double.parseDouble(matcher.group(4)));
    }
}
