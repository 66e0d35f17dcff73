package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Layout.Point;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class SvgWriterTest {

    static List<Diagram> pictures() {
        return Pictures.all();
    }

    private static Document parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException wrong) {
            throw new AssertionError(svg, wrong);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> result = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            result.add((Element) found.item(at));
        }
        return result;
    }

    @Test
    void writesTheOverviewOfProdAsKept() throws IOException {
        Golden.matches("overview-prod.svg", SvgWriter.write(Pictures.prod()));
    }

    @Test
    void writesALostZoneAsKept() throws IOException {
        Golden.matches("overview-prod-zone-lost.svg", SvgWriter.write(Pictures.prodWithoutZoneA()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void writesTheSameBytesEveryTime(Diagram diagram) {
        assertEquals(SvgWriter.write(diagram), SvgWriter.write(diagram));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void givesEveryElementAndArrowAnIdOfItsOwn(Diagram diagram) {
        Set<String> ids = new LinkedHashSet<>();
        for (Element element : elements(parsed(SvgWriter.write(diagram)), "*")) {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || id.matches("[A-Za-z][A-Za-z0-9_-]*"), id);
            assertTrue(id.isEmpty() || ids.add(id), id);
        }

        for (Diagram.Element element : diagram.byId().values()) {
            boolean lane = element instanceof Group group && group.kind() == GroupKind.LANE;
            assertEquals(!lane, ids.contains(ElementIds.of(element)), element.id());
        }
        for (int at = 0; at < diagram.edges().size(); at++) {
            assertTrue(ids.contains("e_" + at));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void keepsAllTextInsideThePicture(Diagram diagram) {
        Document document = parsed(SvgWriter.write(diagram));
        String[] viewBox = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        double width = Double.parseDouble(viewBox[2]);

        for (Element text : elements(document, "text")) {
            double size = Double.parseDouble(text.getAttribute("font-size"));
            double length = TextMetrics.width(
                    text.getTextContent(),
                    size,
                    text.getAttribute("font-weight").equals("bold"));
            boolean centered = text.getAttribute("text-anchor").equals("middle");
            double left = Double.parseDouble(text.getAttribute("x")) - (centered ? length / 2 : 0);
            assertTrue(left >= 0 && left + length <= width, text.getTextContent());
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void refersToNothingOutside(Diagram diagram) {
        String markup = SvgWriter.write(diagram).replaceAll(">[^<]*<", "><");

        assertFalse(markup.contains("href"), markup);
        assertFalse(markup.replace("url(#", "").contains("url("), markup);
        assertEquals(1, markup.split("http", -1).length - 1, "only the namespace");
    }

    @Test
    void showsEveryWordOfEveryLabel() {
        Diagram diagram = Pictures.awkward();
        StringBuilder shown = new StringBuilder();
        elements(parsed(SvgWriter.write(diagram)), "text").forEach(text -> shown.append(text.getTextContent()));
        String all = shown.toString().replaceAll("\\s+", "");

        for (Diagram.Element element : diagram.byId().values()) {
            if (element instanceof Node node) {
                node.lines().forEach(line -> assertTrue(all.contains(line.replaceAll("\\s+", "")), line));
            }
        }
    }

    @Test
    void replacesCharactersThatXmlCannotHold() {
        Node node = new Node("a", NodeKind.NODES, List.of("a\u0000b\u0008c\ud800d\uffff"));

        Document document = parsed(SvgWriter.write(new Diagram("T", "", List.of(node), List.of())));

        assertTrue(document.getDocumentElement().getTextContent().contains("a\ufffdb\ufffdc\ufffdd\ufffd"));
    }

    @Test
    void hatchesWhatHasFailedAndSaysSo() {
        Document document = parsed(SvgWriter.write(Pictures.prodWithoutZoneA()));

        Element overlay = elements(document, "g").stream()
                .filter(group -> group.getAttribute("id").equals("o_g_zone_a"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "url(#hatch)", ((Element) overlay.getElementsByTagName("rect").item(0)).getAttribute("fill"));
        assertEquals("failed: 20:15 to 20:55", overlay.getTextContent().strip());
        assertTrue(elements(document, "text").stream()
                .anyMatch(text -> text.getTextContent().equals("failed")));
    }

    @Test
    void roundsBendsByLessWhereTheyAreClose() {
        String path =
                RoundedWay.path(List.of(new Point(0, 0), new Point(100, 0), new Point(100, 6), new Point(200, 6)));

        assertEquals("M0 0L97 0Q100 0 100 3L100 3Q100 6 103 6L200 6", path);
    }

    @ParameterizedTest
    @EnumSource(NodeKind.class)
    void hasAGlyphInsideItsSquareForEveryKind(NodeKind kind) {
        Matcher absolute = Pattern.compile("[ML]\\s*(-?[0-9.]+) ?(-?[0-9.]+)").matcher(Glyphs.path(kind));

        assertTrue(absolute.find(), kind.name());
        do {
            double x = Double.parseDouble(absolute.group(1));
            double y = Double.parseDouble(absolute.group(2));
            assertTrue(x >= 0 && x <= 24 && y >= 0 && y <= 24, absolute.group());
        } while (absolute.find());
    }

    /** WCAG 2.2, contrast ratio; text on a tile or a badge is white. */
    @Test
    void setsWhiteOnColorsWithEnoughContrast() {
        for (NodeKind.Category category : NodeKind.Category.values()) {
            assertTrue(contrastToWhite(category.color()) >= 4.5, category + " " + contrastToWhite(category.color()));
        }
        for (Overlay.Tone tone : Overlay.Tone.values()) {
            String color = ToneStyle.of(tone).color();
            assertTrue(contrastToWhite(color) >= 4.5, tone + " " + contrastToWhite(color));
        }
    }

    private static double contrastToWhite(String color) {
        double luminance = 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String color, int at) {
        double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
