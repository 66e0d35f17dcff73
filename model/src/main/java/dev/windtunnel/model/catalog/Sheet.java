package dev.windtunnel.model.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of an embedded CSV file, found by key and split only when asked for.
 *
 * <p>The files hold 1.4 MB, a run needs some twenty rows of one region: so a line is skipped by its first bytes, its key
 * fields are cut out, and the rest of it stays text. Lines that start with {@code #} are comments; the first other line
 * names the columns. Immutable.
 */
final class Sheet {

    private final String file;
    private final List<String> columns;
    private final Map<String, List<String>> lines;

    private Sheet(String file, List<String> columns, Map<String, List<String>> lines) {
        this.file = file;
        this.columns = columns;
        this.lines = lines;
    }

    /**
     * Reads the rows of one region, in the order of the file.
     *
     * @param keys the columns that make up the key, see {@link #rows}
     * @throws IllegalStateException if the file or a column is missing
     */
    static Sheet ofRegion(String file, String region, String... keys) {
        return read(file, region + ",", keys);
    }

    /** Reads all rows. */
    static Sheet whole(String file, String... keys) {
        return read(file, "", keys);
    }

    private static Sheet read(String file, String prefix, String... keys) {
        String text = text(file);
        int at = 0;
        while (text.startsWith("#", at)) {
            at = endOfLine(text, at) + 1;
        }
        int headerEnd = endOfLine(text, at);
        List<String> columns = split(text.substring(at, headerEnd), Integer.MAX_VALUE);
        int[] keyColumns = new int[keys.length];
        int fields = 0;
        for (int key = 0; key < keys.length; key++) {
            keyColumns[key] = position(file, columns, keys[key]);
            fields = Math.max(fields, keyColumns[key] + 1);
        }
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (int start = headerEnd + 1; start < text.length(); ) {
            int end = endOfLine(text, start);
            if (end > start && text.startsWith(prefix, start)) {
                String line = text.substring(start, end);
                String key = key(split(line, fields), keyColumns);
                lines.putIfAbsent(key, new ArrayList<>(1));
                lines.get(key).add(line);
            }
            start = end + 1;
        }
        return new Sheet(file, columns, lines);
    }

    /** Latin-1 is a plain copy; that the files are ASCII is a test's business. */
    private static String text(String file) {
        try (InputStream stream = Sheet.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the catalog has no file " + file + "\nMaybe the class path lacks the model's resources.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog cannot read its file " + file, e);
        }
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String key(List<String> fields, int[] keyColumns) {
        if (keyColumns.length == 1) {
            return fields.get(keyColumns[0]);
        }
        StringBuilder key = new StringBuilder();
        for (int column : keyColumns) {
            key.append(key.isEmpty() ? "" : "/").append(fields.get(column));
        }
        return key.toString();
    }

    private static int position(String file, List<String> columns, String column) {
        int position = columns.indexOf(column);
        if (position < 0) {
            throw new IllegalStateException(file + " has no column " + column + ", only " + columns);
        }
        return position;
    }

    /** The first fields of a line of RFC 4180: fields in quotes may hold commas and doubled quotes, no line breaks. */
    static List<String> split(String line, int limit) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length() && fields.size() < limit) {
            if (at < line.length() && line.charAt(at) == '"') {
                int end = closingQuote(line, at);
                fields.add(line.substring(at + 1, end).replace("\"\"", "\""));
                at = end + 2;
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                fields.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return fields;
    }

    private static int closingQuote(String line, int open) {
        int at = open + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalStateException("a quote is not closed in " + line);
            }
            boolean doubled = quote + 1 < line.length() && line.charAt(quote + 1) == '"';
            if (!doubled) {
                return quote;
            }
            at = quote + 2;
        }
    }

    /** All keys, in the order of the file. */
    List<String> keys() {
        return List.copyOf(lines.keySet());
    }

    /** The rows of a key, in the order of the file; none if the key is unknown. Several key columns are joined by {@code /}. */
    List<Row> rows(String key) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines.getOrDefault(key, List.of())) {
            rows.add(new Row(file, columns, split(line, Integer.MAX_VALUE)));
        }
        return rows;
    }

    /** A row; fields by the name of their column. */
    record Row(String file, List<String> columns, List<String> fields) {

        /** @throws IllegalStateException if the file or row lacks the column */
        String text(String column) {
            int position = position(file, columns, column);
            if (position >= fields.size()) {
                throw new IllegalStateException(file + ": no " + column + " in " + fields);
            }
            return fields.get(position);
        }

        boolean isEmpty(String column) {
            return text(column).isEmpty();
        }

        BigDecimal decimal(String column) {
            return new BigDecimal(text(column));
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        boolean bool(String column) {
            return Boolean.parseBoolean(text(column));
        }
    }
}
