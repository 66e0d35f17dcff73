package dev.windtunnel.model.trace;

/**
 * The fields of a log line: separated by spaces; quoted ones may hold spaces and a quote after a backslash; one that begins
 * with a bracket ends with a bracket. Used again for each line, nothing is copied until a field is asked for.
 */
final class LogFields {

    /** Fields after these are counted and not kept: load balancers add columns at the end. */
    private static final int MOST_KEPT = 64;

    private final int[] starts = new int[MOST_KEPT];
    private final int[] ends = new int[MOST_KEPT];
    private String line = "";
    private int count;

    /** Splits a line; false if a quote or bracket is not closed. */
    boolean split(String text) {
        line = text;
        count = 0;
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (first == ' ' || first == '\t') {
                at++;
                continue;
            }
            int end = first == '"' ? closingQuote(at + 1) : first == '[' ? text.indexOf(']', at) : endOfWord(at);
            if (end < 0) {
                return false;
            }
            boolean isEnclosed = first == '"' || first == '[';
            keep(isEnclosed ? at + 1 : at, end);
            at = isEnclosed ? end + 1 : end;
        }
        return true;
    }

    private int closingQuote(int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
            end++;
        }
        return end;
    }

    private void keep(int start, int end) {
        if (count < MOST_KEPT) {
            starts[count] = start;
            ends[count] = end;
        }
        count++;
    }

    /** How many fields the line has. */
    int count() {
        return count;
    }

    /** The field at a place, from 1 as in the vendors' tables, without quotes or brackets. */
    String field(int place) {
        return line.substring(starts[place - 1], ends[place - 1]);
    }

    /** Whether the field at a place stood in brackets. */
    boolean isBracketed(int place) {
        int start = starts[place - 1];
        return start > 0 && line.charAt(start - 1) == '[';
    }

    /** The field's whole number, 0 for a dash, -1 if it is neither. */
    long wholeNumber(int place) {
        int start = starts[place - 1];
        int end = ends[place - 1];
        if (end - start == 1 && line.charAt(start) == '-') {
            return 0;
        }
        return Digits.number(line, start, end);
    }
}
