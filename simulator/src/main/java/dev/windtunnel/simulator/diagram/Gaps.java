package dev.windtunnel.simulator.diagram;

import dev.windtunnel.simulator.diagram.Diagram.Arrangement;
import dev.windtunnel.simulator.diagram.Diagram.Edge;
import dev.windtunnel.simulator.diagram.Diagram.Element;
import dev.windtunnel.simulator.diagram.Diagram.Group;
import dev.windtunnel.simulator.diagram.Labels.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Room between the children of a group: what its kind says, or more where an arrow's label has to stand between two of them. */
final class Gaps {

    private static final int BESIDE_LABEL = 20;
    private static final int ABOVE_LABEL = 12;
    /** Between the parts of a VPC that stand below each other, as between those of an account. */
    private static final int VPC_COLUMN = 42;

    private final Map<String, Size> labels = new LinkedHashMap<>();

    Gaps(Diagram diagram) {
        Map<String, List<String>> chains = new LinkedHashMap<>();
        chain(diagram.elements(), List.of(), chains);
        for (Edge edge : diagram.edges()) {
            List<String> lines = Labels.of(edge);
            List<String> from = chains.getOrDefault(edge.from(), List.of());
            List<String> to = chains.getOrDefault(edge.to(), List.of());
            int shared = 0;
            while (shared < from.size() - 1
                    && shared < to.size() - 1
                    && from.get(shared).equals(to.get(shared))) {
                shared++;
            }
            boolean neighbors = from.size() == shared + 1 && to.size() == shared + 1;
            if (shared > 0 && !lines.isEmpty()) {
                Size label = Labels.size(lines);
                Size needed = new Size(neighbors ? label.width() + BESIDE_LABEL : 0, label.height() + ABOVE_LABEL);
                labels.merge(from.get(shared - 1), needed, Size::union);
            }
        }
    }

    /** Each element's groups from the outermost, then itself. */
    private static void chain(List<Element> elements, List<String> above, Map<String, List<String>> chains) {
        for (Element element : elements) {
            List<String> chain = new ArrayList<>(above);
            chain.add(element.id());
            chains.put(element.id(), chain);
            if (element instanceof Group group) {
                chain(group.children(), chain, chains);
            }
        }
    }

    /** Pixels, a multiple of the grid. */
    int of(Group group) {
        boolean isColumn = group.arrangement() == Arrangement.COLUMN;
        int least = isColumn && group.kind() == GroupKind.VPC
                ? VPC_COLUMN
                : group.kind().gap();
        Size label = labels.getOrDefault(group.id(), new Size(0, 0));
        int gap = Math.max(least, isColumn ? label.height() : label.width());
        return Math.ceilDiv(gap, Placement.GRID) * Placement.GRID;
    }
}
