package dev.windtunnel.simulator.diagram;

import java.awt.image.BufferedImage;

/**
 * Writes a diagram as a PNG picture, the same that {@link SvgWriter} writes. Needs no fonts of the machine, no screen and no
 * other program: outlines come from the bundled {@link Typeface}, the compression is {@link Deflate}. Same bytes for the same
 * diagram on every machine.
 */
public final class PngWriter {

    /** Rows of pixels drawn at once, so that memory does not grow with the height of a picture. */
    private static final int BAND = 512;

    private PngWriter() {}

    /**
     * The picture as a PNG file.
     *
     * @param scale pixels of the file for each pixel of the picture, 1 to 4; 2 suits dense screens and print
     * @throws IllegalArgumentException for any other scale
     */
    public static byte[] write(Diagram diagram, int scale) {
        if (scale < 1 || scale > 4) {
            throw new IllegalArgumentException("scale lies between 1 and 4, found " + scale);
        }
        if (System.getProperty("java.awt.headless") == null) {
            // Otherwise AWT looks for the screen that DISPLAY names, and fails where there is none.
            System.setProperty("java.awt.headless", "true");
        }
        Picture picture = Picture.of(diagram);
        int width = picture.width() * scale;
        int height = picture.height() * scale;
        PngFile file = new PngFile(width, height);
        BufferedImage band = new BufferedImage(width, Math.min(BAND, height), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int top = 0; top < height; top += BAND) {
            int rows = Math.min(BAND, height - top);
            PixelCanvas canvas = new PixelCanvas(band, top, scale);
            picture.draw(canvas);
            canvas.end();
            for (int y = 0; y < rows; y++) {
                band.getRGB(0, y, width, 1, row, 0, width);
                file.row(row);
            }
        }
        return file.end();
    }
}
