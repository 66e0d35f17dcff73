package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Drawing.Figure;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Pattern ID = Pattern.compile("<(?:g|path) id=\"([^\"]+)\"");

    private final Diagram diagram = Pictures.prodWithoutZoneA();
    private final Drawing drawing = Drawing.of(diagram);

    private static Stream<Figure> flat(List<Figure> figures) {
        return figures.stream()
                .flatMap(figure -> figure instanceof Drawing.Part part
                        ? Stream.concat(Stream.of(part), flat(part.figures()))
                        : Stream.of(figure));
    }

    private <F extends Figure> List<F> all(Class<F> kind) {
        return flat(drawing.figures()).filter(kind::isInstance).map(kind::cast).toList();
    }

    private static long count(String svg, String piece) {
        return Pattern.compile(Pattern.quote(piece)).matcher(svg).results().count();
    }

    @Test
    void hasTheIdsOfTheSvgInTheSameOrder() {
        List<String> inSvg = ID.matcher(SvgWriter.write(diagram))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        List<String> drawn = flat(drawing.figures())
                .flatMap(figure -> switch (figure) {
                    case Drawing.Part part -> Stream.of(part.id());
                    case Drawing.Arrow arrow -> Stream.of(arrow.id());
                    case Drawing.Rectangle rectangle -> Stream.<String>of();
                    case Drawing.Glyph glyph -> Stream.<String>of();
                    case Drawing.Label label -> Stream.<String>of();
                })
                .filter(id -> !id.isEmpty())
                .toList();

        assertEquals(inSvg, drawn);
    }

    @Test
    void showsAsMuchAsTheSvg() {
        String svg = SvgWriter.write(diagram);

        assertEquals(count(svg, "<text"), all(Drawing.Label.class).size());
        assertEquals(count(svg, "marker-end"), all(Drawing.Arrow.class).size());
        assertTrue(svg.contains("viewBox=\"0 0 " + drawing.width() + " " + drawing.height() + "\""));
    }

    @Test
    void knowsWhatItsPartsMean() {
        List<String> parts =
                all(Drawing.Part.class).stream().map(Drawing.Part::id).toList();
        List<String> arrows =
                all(Drawing.Arrow.class).stream().map(Drawing.Arrow::id).toList();

        assertTrue(parts.containsAll(drawing.elements().keySet()));
        assertTrue(arrows.containsAll(drawing.edges().keySet()));
        assertEquals(diagram.edges(), List.copyOf(drawing.edges().values()));
        drawing.elements().forEach((id, element) -> assertEquals(id, ElementIds.of(element)));
    }

    @Test
    void putsTheTipOfAnArrowAtItsEnd() {
        for (Drawing.Arrow arrow : all(Drawing.Arrow.class)) {
            String[] end =
                    arrow.path().substring(arrow.path().lastIndexOf('L') + 1).split(" ", -1);
            String[] tip = arrow.tip().split("L", -1)[1].split(" ", -1);

            double beyondX = Double.parseDouble(tip[0]) - Double.parseDouble(end[0]);
            double beyondY = Double.parseDouble(tip[1]) - Double.parseDouble(end[1]);
            assertEquals(0.48, Math.abs(beyondX) + Math.abs(beyondY), 1e-9, arrow::toString);
        }
    }

    @Test
    void isTheSameForTheSameDiagramAndAnotherForAnother() {
        assertEquals(drawing, Drawing.of(Pictures.prodWithoutZoneA()));
        assertNotEquals(drawing, Drawing.of(Pictures.prod()));
    }
}
