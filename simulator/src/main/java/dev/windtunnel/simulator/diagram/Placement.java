package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Diagram.Node;
import dev.windtunnel.simulator.diagram.Labels.Size;
import dev.windtunnel.simulator.diagram.Layout.Box;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every element its box, by the arrangements of the groups: rows, columns, cells.
 *
 * <p>Positions are multiples of {@link #GRID}, sizes multiples of two of it, so that the middle of each side lies on the grid on
 * which arrows run. Nodes of one kind get one size, and so do subnets of one tier, which makes zones line up.
 */
final class Placement {

    /** Pixels between two lines on which arrows may run. */
    static final int GRID = 6;

    private static final int STEP = 2 * GRID;
    private static final int TOP_GAP = 42;

    private final Diagram diagram;
    private final Gaps gaps;
    private final Map<NodeKind, Size> nodeSizes = new EnumMap<>(NodeKind.class);
    private final Map<GroupKind, Size> uniform = new EnumMap<>(GroupKind.class);
    private final Map<GroupKind, Set<GroupKind>> nested = new EnumMap<>(GroupKind.class);
    private final Map<String, Size> sizes = new LinkedHashMap<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    private Placement(Diagram diagram) {
        this.diagram = diagram;
        this.gaps = new Gaps(diagram);
        noteNesting(diagram.elements(), EnumSet.noneOf(GroupKind.class));
    }

    /** The boxes by element id, groups before their content, from the origin to the right and down. */
    static Map<String, Box> of(Diagram diagram) {
        return new Placement(diagram).boxes();
    }

    private Map<String, Box> boxes() {
        measureAll();
        int width =
                diagram.elements().stream().mapToInt(e -> size(e).width()).max().orElse(0);
        int y = 0;
        for (Element element : diagram.elements()) {
            place(element, new Box(0, y, width, size(element).height()));
            y += size(element).height() + TOP_GAP;
        }
        diagram.byId().values().forEach(element -> {
            if (element instanceof Group group && group.arrangement() == Arrangement.ABOVE_TARGETS) {
                moveAboveTargets(group);
            }
        });
        return boxes;
    }

    /**
     * Sizes depend on the common sizes, which depend on the sizes below: repeated until nothing grows any more. It ends because
     * no kind that gets a common size stands inside of itself.
     */
    private void measureAll() {
        for (Element element : diagram.byId().values()) {
            if (element instanceof Node node) {
                nodeSizes.merge(node.kind(), onGrid(Labels.size(node)), Size::union);
            }
        }
        Map<GroupKind, Size> before;
        do {
            before = new EnumMap<>(GroupKind.class);
            before.putAll(uniform);
            diagram.elements().forEach(this::measure);
        } while (!before.equals(uniform));
    }

    /** Notes which kinds stand, at any depth, inside of which. */
    private void noteNesting(List<Element> elements, Set<GroupKind> around) {
        for (Element element : elements) {
            if (element instanceof Group group) {
                around.forEach(kind -> nested.computeIfAbsent(kind, k -> EnumSet.noneOf(GroupKind.class))
                        .add(group.kind()));
                Set<GroupKind> inside = EnumSet.of(group.kind());
                inside.addAll(around);
                noteNesting(group.children(), inside);
            }
        }
    }

    private boolean isUniform(GroupKind kind) {
        Set<GroupKind> below = EnumSet.noneOf(GroupKind.class);
        Deque<GroupKind> open = new ArrayDeque<>(List.of(kind));
        while (!open.isEmpty()) {
            for (GroupKind inner : nested.getOrDefault(open.pop(), EnumSet.noneOf(GroupKind.class))) {
                if (below.add(inner)) {
                    open.push(inner);
                }
            }
        }
        return kind.isUniform() && !below.contains(kind);
    }

    private Size measure(Element element) {
        Size size =
                switch (element) {
                    case Node node -> nodeSizes.getOrDefault(node.kind(), new Size(0, 0));
                    case Group group -> measure(group);
                };
        sizes.put(element.id(), size);
        return size;
    }

    private Size measure(Group group) {
        List<Size> children = group.children().stream().map(this::measure).toList();
        int between = gaps.of(group) * Math.max(0, children.size() - 1);
        int widest = children.stream().mapToInt(Size::width).max().orElse(0);
        int highest = children.stream().mapToInt(Size::height).max().orElse(0);
        int width = children.stream().mapToInt(Size::width).sum();
        int height = children.stream().mapToInt(Size::height).sum();
        Size content =
                switch (group.arrangement()) {
                    case ROW, ABOVE_TARGETS -> new Size(width + between, highest);
                    case CELLS -> new Size(widest * children.size() + between, highest);
                    case COLUMN -> new Size(widest, height + between);
                    case GRID -> Grid.of(gaps.of(group), children).size();
                };
        int padding = Labels.padding(group);
        Size size = onGrid(
                        new Size(content.width() + 2 * padding, content.height() + Labels.headHeight(group) + padding))
                .union(onGrid(Labels.size(group)));
        return isUniform(group.kind()) ? uniform.merge(group.kind(), size, Size::union) : size;
    }

    private static Size onGrid(Size size) {
        return new Size(Math.ceilDiv(size.width(), STEP) * STEP, Math.ceilDiv(size.height(), STEP) * STEP);
    }

    private Size size(Element element) {
        Size size = sizes.get(element.id());
        if (size == null) {
            throw new IllegalStateException("element '" + element.id() + "' was not measured");
        }
        return size;
    }

    private void place(Element element, Box box) {
        boxes.put(element.id(), box);
        if (element instanceof Group group && !group.children().isEmpty()) {
            int padding = Labels.padding(group);
            int head = Math.ceilDiv(Labels.headHeight(group), GRID) * GRID;
            Box content = new Box(
                    box.x() + padding, box.y() + head, box.width() - 2 * padding, box.height() - head - padding);
            switch (group.arrangement()) {
                case ROW, ABOVE_TARGETS -> placeRow(group, content);
                case CELLS -> placeCells(group, content);
                case COLUMN -> placeColumn(group, content);
                case GRID -> placeGrid(group, content);
            }
        }
    }

    /** Room to spare makes all children wider alike. */
    private void placeRow(Group group, Box content) {
        int count = group.children().size();
        int gap = gaps.of(group);
        int needed = group.children().stream().mapToInt(e -> size(e).width()).sum() + gap * (count - 1);
        boolean stretches = group.arrangement() == Arrangement.ROW;
        int more = stretches ? (content.width() - needed) / count / STEP * STEP : 0;
        int x = content.x() + (stretches ? middle(content.width() - needed - more * count) : 0);
        int highest =
                group.children().stream().mapToInt(e -> size(e).height()).max().orElse(0);
        for (Element child : group.children()) {
            int width = size(child).width() + more;
            int height = child instanceof Group ? content.height() : highest;
            place(child, new Box(x, content.y() + middle(content.height() - height), width, height));
            x += width + gap;
        }
    }

    private void placeCells(Group group, Box content) {
        int count = group.children().size();
        int gap = gaps.of(group);
        int cell = (content.width() - gap * (count - 1)) / count / STEP * STEP;
        int x = content.x() + middle(content.width() - cell * count - gap * (count - 1));
        for (Element child : group.children()) {
            Size size = size(child);
            int y = content.y() + middle(content.height() - size.height());
            place(child, new Box(x + middle(cell - size.width()), y, size.width(), size.height()));
            x += cell + gap;
        }
    }

    private void placeGrid(Group group, Box content) {
        Grid grid = Grid.of(
                gaps.of(group), group.children().stream().map(this::size).toList());
        int left = content.x() + middle(content.width() - grid.size().width());
        int y = content.y() + middle(content.height() - grid.size().height());
        for (int at = 0; at < group.children().size(); at++) {
            int column = at % grid.columns();
            y += column == 0 && at > 0 ? grid.cell().height() + grid.gap() : 0;
            int x = left + column * (grid.cell().width() + grid.gap());
            place(
                    group.children().get(at),
                    new Box(x, y, grid.cell().width(), grid.cell().height()));
        }
    }

    /** Room to spare goes between the children of a lane, and above and below those of other groups. */
    private void placeColumn(Group group, Box content) {
        int count = group.children().size();
        int gap = gaps.of(group);
        int needed = group.children().stream().mapToInt(e -> size(e).height()).sum() + gap * (count - 1);
        int spare = content.height() - needed;
        boolean spreads = group.kind() == GroupKind.LANE && count > 1;
        int y = content.y() + (spreads ? 0 : middle(spare));
        for (Element child : group.children()) {
            int height = size(child).height();
            place(child, new Box(content.x(), y, content.width(), height));
            y += height + gap + (spreads ? spare / (count - 1) / GRID * GRID : 0);
        }
    }

    /** Half of it, on the grid. */
    private static int middle(int room) {
        return Math.floorDiv(room, STEP) * GRID;
    }

    /** Each child as near to the middle of its target as its neighbors and the group's borders allow. */
    private void moveAboveTargets(Group group) {
        int gap = gaps.of(group);
        int left = box(group.id()).x() + Labels.padding(group);
        int right = box(group.id()).right() - Labels.padding(group);
        List<Integer> wanted = new ArrayList<>();
        for (Element child : group.children()) {
            int x = Math.max(left, aboveTarget(child));
            wanted.add(x);
            left = x + box(child.id()).width() + gap;
        }
        for (int at = group.children().size() - 1; at >= 0; at--) {
            Element child = group.children().get(at);
            int x = Math.min(wanted.get(at), right - box(child.id()).width());
            move(child, x - box(child.id()).x());
            right = x - gap;
        }
    }

    private int aboveTarget(Element child) {
        Box box = box(child.id());
        return diagram.edges().stream()
                .filter(edge -> edge.from().equals(child.id()))
                .findFirst()
                .map(edge -> box(edge.to()))
                .map(target -> target.x() + middle(target.width() - box.width()))
                .orElse(box.x());
    }

    private Box box(String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalStateException("element '" + id + "' was not placed");
        }
        return box;
    }

    private void move(Element element, int by) {
        boxes.put(element.id(), box(element.id()).moved(by, 0));
        if (element instanceof Group group) {
            group.children().forEach(child -> move(child, by));
        }
    }
}
