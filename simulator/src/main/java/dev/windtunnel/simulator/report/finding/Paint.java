package dev.windtunnel.simulator.report.finding;

import dev.windtunnel.model.rule.Severity;

/**
 * Colors of a terminal, or none.
 *
 * @param isOn whether the reader has a terminal that knows colors
 */
record Paint(boolean isOn) {

    String bold(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    String good(String text) {
        return in("32", text);
    }

    String severity(Severity severity, String text) {
        return in(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "33";
                    case ADVICE -> "36";
                },
                text);
    }

    private String in(String code, String text) {
        return isOn ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
