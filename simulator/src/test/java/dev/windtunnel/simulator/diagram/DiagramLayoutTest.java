package dev.windtunnel.simulator.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Layout.Box;
import dev.windtunnel.simulator.diagram.Layout.Point;
import dev.windtunnel.simulator.diagram.Layout.Route;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagramLayoutTest {

    static List<Diagram> pictures() {
        return Pictures.all();
    }

    private static Box box(Layout layout, String id) {
        return Objects.requireNonNull(layout.boxes().get(id), id);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void keepsSiblingsApartAndChildrenInsideTheirParents(Diagram diagram) {
        checkBoxes(diagram, DiagramLayout.of(diagram));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void givesEveryLabelRoomInItsBox(Diagram diagram) {
        checkRoom(diagram, DiagramLayout.of(diagram));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void leadsArrowsFromBorderToBorderInRightAnglesAndAroundNodes(Diagram diagram) {
        checkRoutes(diagram, DiagramLayout.of(diagram));
    }

    /** Pictures that nobody would draw: any nesting, any arrangement, any arrows. */
    @ParameterizedTest
    @ValueSource(longs = {0, 10, 20, 30})
    void doesAllThatForAnyPicture(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 10; seed++) {
            Diagram diagram = Pictures.random(seed);
            Layout layout = DiagramLayout.of(diagram);

            checkBoxes(diagram, layout);
            checkRoom(diagram, layout);
            checkRoutes(diagram, layout);
        }
    }

    static List<Diagram> designs() {
        return Designs.everyView();
    }

    /** Shipped designs and one of 300 components, also with names that every format could trip over. */
    @ParameterizedTest
    @MethodSource("designs")
    void doesAllThatForEveryViewOfWholeDesigns(Diagram diagram) {
        Layout layout = DiagramLayout.of(diagram);

        checkBoxes(diagram, layout);
        checkRoom(diagram, layout);
        checkRoutes(diagram, layout);
    }

    private static void checkBoxes(Diagram diagram, Layout layout) {
        assertEquals(diagram.byId().keySet(), layout.boxes().keySet());
        check(layout, diagram.elements(), new Box(0, 0, layout.width(), layout.height()));
    }

    private static void check(Layout layout, List<Element> siblings, Box parent) {
        for (Element one : siblings) {
            Box box = box(layout, one.id());
            assertTrue(parent.contains(box), one.id() + " " + box + " outside " + parent);
            for (Element other : siblings) {
                boolean same = one.id().equals(other.id());
                assertFalse(!same && box.overlaps(box(layout, other.id())), one.id() + " on " + other.id());
            }
            if (one instanceof Group group) {
                int head = Labels.headHeight(group);
                check(layout, group.children(), new Box(box.x(), box.y() + head, box.width(), box.height() - head));
            }
        }
    }

    private static void checkRoom(Diagram diagram, Layout layout) {
        for (Element element : diagram.byId().values()) {
            Labels.Size needed = element instanceof Group group ? Labels.size(group) : Labels.size((Node) element);
            Box box = box(layout, element.id());
            assertTrue(box.width() >= needed.width() && box.height() >= needed.height(), element.id());
        }
    }

    private static void checkRoutes(Diagram diagram, Layout layout) {
        assertEquals(diagram.edges(), layout.routes().stream().map(Route::edge).toList());
        for (Route route : layout.routes()) {
            assertOnBorder(route.points().getFirst(), box(layout, route.edge().from()));
            assertOnBorder(route.points().getLast(), box(layout, route.edge().to()));
            for (int at = 0; at + 1 < route.points().size(); at++) {
                Point from = route.points().get(at);
                Point to = route.points().get(at + 1);
                assertTrue(from.x() == to.x() ^ from.y() == to.y(), route.toString());
                assertMissesNodes(diagram, layout, from, to);
            }
        }
    }

    private static void assertOnBorder(Point point, Box box) {
        boolean inside =
                point.x() > box.x() && point.x() < box.right() && point.y() > box.y() && point.y() < box.bottom();
        assertTrue(
                !inside && box.contains(new Box(point.x(), point.y(), 0, 0)),
                point + " is not on the border of " + box);
    }

    private static void assertMissesNodes(Diagram diagram, Layout layout, Point from, Point to) {
        Box piece = new Box(
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.abs(from.x() - to.x()),
                Math.abs(from.y() - to.y()));
        for (Element element : diagram.byId().values()) {
            // Shrunk by a pixel so that an arrow may end on the border.
            boolean hit = element instanceof Node
                    && piece.overlaps(box(layout, element.id()).grown(-1));
            assertFalse(hit, piece + " runs through " + element.id());
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void putsArrowLabelsBesideNodesAndBesideEachOther(Diagram diagram) {
        Layout layout = DiagramLayout.of(diagram);

        List<Box> labels = layout.routes().stream()
                .map(Route::label)
                .filter(label -> label.width() > 0)
                .toList();
        for (Box label : labels) {
            for (Element element : diagram.byId().values()) {
                assertFalse(
                        element instanceof Node && label.overlaps(box(layout, element.id())),
                        label + " on " + element.id());
            }
            assertEquals(1, labels.stream().filter(label::overlaps).count(), "labels on each other at " + label);
        }
    }

    @Test
    void linesZonesAndTiersUp() {
        Layout layout = DiagramLayout.of(Pictures.prod());

        for (String tier : List.of("public", "private", "isolated")) {
            Box a = box(layout, "subnet." + tier + ".a");
            Box b = box(layout, "subnet." + tier + ".b");
            assertEquals(a.y(), b.y(), tier);
            assertEquals(a.height(), b.height(), tier);
            assertEquals(a.width(), b.width(), tier);
        }
        assertTrue(box(layout, "zone.a").right() < box(layout, "zone.b").x());
    }

    @Test
    void crossesNoArrowsInTheOverviewOfProd() {
        assertNoCrossing(Pictures.prod());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "stage", "prod"})
    void crossesNoArrowsInTheNetworkOfTheShippedCustomer(String environment) {
        Architecture innovate = Designs.innovate();

        assertNoCrossing(View.NETWORK.of(innovate, Designs.environment(innovate, environment)));
    }

    @Test
    void leadsNoRouteAroundASubnet() {
        Architecture innovate = Designs.innovate();
        Layout layout = DiagramLayout.of(View.NETWORK.of(innovate, Designs.environment(innovate, "prod")));

        for (String zone : List.of("a", "b", "c")) {
            Route out = layout.routes().stream()
                    .filter(route -> route.edge().from().equals("nat." + zone)
                            && route.edge().to().equals("igw"))
                    .findFirst()
                    .orElseThrow();
            int lowest = out.points().stream().mapToInt(Point::y).max().orElseThrow();
            assertTrue(lowest <= box(layout, "nat." + zone).bottom(), out.toString());
        }
    }

    private static void assertNoCrossing(Diagram diagram) {
        List<Route> routes = DiagramLayout.of(diagram).routes();

        for (Route one : routes) {
            for (Route other : routes) {
                boolean kin = one.edge().from().equals(other.edge().from())
                        || one.edge().to().equals(other.edge().to());
                assertFalse(!kin && crosses(one, other), one.edge() + " crosses " + other.edge());
            }
        }
    }

    private static boolean crosses(Route one, Route other) {
        for (int at = 0; at + 1 < one.points().size(); at++) {
            for (int to = 0; to + 1 < other.points().size(); to++) {
                Box a = piece(one.points().get(at), one.points().get(at + 1));
                Box b = piece(other.points().get(to), other.points().get(to + 1));
                if (a.x() <= b.right() && b.x() <= a.right() && a.y() <= b.bottom() && b.y() <= a.bottom()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Box piece(Point from, Point to) {
        return new Box(
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.abs(from.x() - to.x()),
                Math.abs(from.y() - to.y()));
    }

    @Test
    void joinsTheArrowsOfAllZonesIntoOneTipAtTheDatabase() {
        List<Point> tips = DiagramLayout.of(Pictures.prod()).routes().stream()
                .filter(route -> route.edge().to().equals("database.primary"))
                .map(route -> route.points().getLast())
                .distinct()
                .toList();

        assertEquals(1, tips.size(), tips.toString());
    }

    @Test
    void growsABoxForItsBadge() {
        Box plain = box(DiagramLayout.of(Pictures.prod()), "alb.b");
        Box marked = box(DiagramLayout.of(Pictures.prodWithoutZoneA()), "alb.b");

        assertNotEquals(plain.height(), marked.height());
    }
}
