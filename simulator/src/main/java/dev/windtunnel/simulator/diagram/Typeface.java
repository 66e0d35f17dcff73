package dev.windtunnel.simulator.diagram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The letters of all pictures: advance widths and outlines, bundled so that no picture depends on the fonts of the machine
 * that draws it.
 *
 * <p>Latin, Greek and Cyrillic have the advances of Helvetica, Arial and Liberation Sans, which are alike; emoji have one
 * weight. Source and license: README.md among the resources of this room. Other scripts have no outline here.
 */
final class Typeface {

    private static final int SANS_UNITS = 2048;
    private static final int EMOJI_UNITS = 96;

    private static final Map<Integer, Letter> REGULAR = read("sans-regular.glyphs", SANS_UNITS);
    private static final Map<Integer, Letter> BOLD = read("sans-bold.glyphs", SANS_UNITS);

    private Typeface() {}

    /**
     * One character.
     *
     * @param advance its width as a share of the font size
     * @param units of the outline, to the em
     * @param outline relative {@code m}, {@code l}, {@code q} and {@code z}, y downward from the baseline; empty for a space
     */
    record Letter(double advance, int units, String outline) {}

    /** Read only when a text has a character beyond the alphabets. */
    private static final class Emoji {
        static final Map<Integer, Letter> ALL = read("emoji.glyphs.gz", EMOJI_UNITS);
    }

    /** The letter, or null where the bundled tables have none. */
    static @Nullable Letter letter(int point, boolean bold) {
        Letter letter = (bold ? BOLD : REGULAR).get(point);
        return letter != null || point < 0x2190 ? letter : Emoji.ALL.get(point);
    }

    private static Map<Integer, Letter> read(String name, int units) {
        Map<Integer, Letter> letters = new LinkedHashMap<>();
        try (InputStream stored = Typeface.class.getResourceAsStream(name)) {
            if (stored == null) {
                throw new IllegalStateException("the letters " + name + " are missing from the program");
            }
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
            BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split(" ", 3);
                    double advance = (double) Integer.parseInt(fields[1]) / units;
                    String outline = fields.length > 2 ? fields[2] : "";
                    letters.put(Integer.parseInt(fields[0], 16), new Letter(advance, units, outline));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the letters " + name + " cannot be read", unreadable);
        }
        return letters;
    }
}
