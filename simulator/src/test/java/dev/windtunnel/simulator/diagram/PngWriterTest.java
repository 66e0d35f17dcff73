package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Node;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngWriterTest {

    private static BufferedImage image(Diagram diagram, int scale) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PngWriter.write(diagram, scale)));
    }

    private static Diagram named(String name) {
        return new Diagram("T", "", List.of(new Node("n", NodeKind.WORKLOAD, List.of(name))), List.of());
    }

    /** Pixels that are not white. */
    private static long ink(BufferedImage image) {
        long ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += (image.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
            }
        }
        return ink;
    }

    @Test
    void drawsThePictureOfTheSvgAtItsScale() throws IOException {
        Picture picture = Picture.of(Pictures.prod());

        BufferedImage image = image(Pictures.prod(), 2);

        assertEquals(2 * picture.width(), image.getWidth());
        assertEquals(2 * picture.height(), image.getHeight());
    }

    @Test
    void usesTheColorsOfEveryKindAndTone() throws IOException {
        BufferedImage image = image(Pictures.prodWithoutZoneA(), 1);

        Set<Integer> colors = new LinkedHashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        for (NodeKind.Category category : NodeKind.Category.values()) {
            assertTrue(colors.contains(Integer.decode(category.color())), category.title());
        }
        for (Overlay.Tone tone : Overlay.Tone.values()) {
            assertTrue(colors.contains(Integer.decode(ToneStyle.of(tone).color())), tone.word());
        }
    }

    @Test
    void writesTheSameBytesEachTime() {
        assertArrayEquals(PngWriter.write(Pictures.prod(), 1), PngWriter.write(Pictures.prod(), 1));
    }

    @Test
    void joinsItsBandsWithoutASeam() throws IOException {
        BufferedImage once = image(Pictures.prod(), 1);
        BufferedImage twice = image(Pictures.prod(), 2);

        // The fill of the VPC's left edge runs through the rows 511 and 512, where two bands meet.
        int x = once.getWidth() / 2;
        assertEquals(once.getRGB(x, 511), once.getRGB(x, 512));
        assertEquals(twice.getRGB(x, 1023), twice.getRGB(x, 1024));
    }

    @Test
    void drawsEveryAwkwardName() throws IOException {
        assertTrue(ink(image(Pictures.awkward(), 1)) > 10_000);
    }

    @Test
    void drawsUmlautsEmojiAndWhatItHasNoLetterFor() throws IOException {
        long blank = ink(image(named("\u00a0\u00a0\u00a0"), 1));

        for (String name : List.of("\u00fc", "\ud83d\ude80", "\u4e2d", "\u0416")) {
            assertNotEquals(blank, ink(image(named(name), 1)), name);
        }
    }

    @Test
    void refusesAScaleThatNobodyCanMeanToUse() {
        assertThrows(IllegalArgumentException.class, () -> PngWriter.write(named("a"), 0));
        assertThrows(IllegalArgumentException.class, () -> PngWriter.write(named("a"), 5));
    }
}
