package dev.windtunnel.simulator.diagram;

/**
 * Writes a diagram as a stand-alone SVG picture: laid out, with glyphs, legend and its own light background. Well-formed XML,
 * no references to anything outside, same bytes for the same diagram.
 *
 * <p>Every group, node and arrow is an SVG group with an id: {@code g_...} and {@code n_...} from the element's id, {@code
 * e_<position>} for arrows. It shrinks to where it is put and grows no larger than its {@code viewBox}.
 */
public final class SvgWriter {

    private SvgWriter() {}

    /** The picture as an SVG document that ends with a line break. */
    public static String write(Diagram diagram) {
        return new SvgCanvas().document(diagram);
    }
}
