package dev.windtunnel.desktop.view;

import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import dev.windtunnel.desktop.viewmodel.Selection;
import dev.windtunnel.simulator.diagram.Drawing;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** The picture of the design: every group, node and arrow a node of its own, to be clicked, moved and enlarged. */
final class PicturePane extends BorderPane {

    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 3;
    private static final double STEP = 1.2;

    /** Below this size the picture's labels are no longer easily read: fitting stops there and leaves the rest to scrolling. */
    private static final double READABLE = 0.55;

    private final ScenarioViewModel model;
    private final Group picture = new Group();
    private final Scale scale = new Scale(1, 1);
    private final ScrollPane scroll = new ScrollPane();
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Map<String, Node> parts = new LinkedHashMap<>();
    private final Rectangle frame = new Rectangle();
    private final Label name = new Label();
    private final Label facts = new Label();
    private boolean isFitted = true;
    private double pictureWidth = 1;

    PicturePane(ScenarioViewModel model) {
        this.model = model;
        setId("picture");
        setMinWidth(300);
        getStyleClass().add("picture-pane");
        scroll.getStyleClass().add("picture-scroll");
        scroll.setPannable(true);
        picture.getTransforms().add(scale);
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        StackPane paper = new StackPane(new Group(picture));
        paper.getStyleClass().add("paper");
        scroll.setContent(paper);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.viewportBoundsProperty().addListener((_, _, _) -> refit());
        scroll.addEventFilter(ScrollEvent.SCROLL, this::zoomByWheel);
        frame.getStyleClass().add("selection-frame");
        frame.setMouseTransparent(true);
        setCenter(scroll);
        setBottom(bar());
        paper.setOnMouseClicked(_ -> model.select(""));
        model.drawingProperty().addListener((_, _, drawing) -> show(drawing));
        select(null);
        show(model.drawingProperty().get());
        model.selectionProperty().addListener((_, _, selected) -> select(selected));
    }

    private void show(@Nullable Drawing drawing) {
        parts.clear();
        picture.getChildren().clear();
        if (drawing == null) {
            return;
        }
        pictureWidth = drawing.width();
        Rectangle margins = new Rectangle(drawing.width(), drawing.height(), Color.TRANSPARENT);
        picture.getChildren().add(margins);
        picture.getChildren().addAll(new FigureNodes(parts).of(drawing.figures()));
        drawing.elements().keySet().forEach(id -> selectable(id, drawing));
        drawing.edges().keySet().forEach(id -> selectable(id, drawing));
        picture.getChildren().add(frame);
        select(model.selectionProperty().get());
        refit();
    }

    private void selectable(String id, Drawing drawing) {
        Node part = parts.get(id);
        if (part == null) {
            throw new IllegalStateException("the drawing names " + id + " and does not draw it");
        }
        part.getStyleClass().add("part");
        part.setAccessibleRole(AccessibleRole.NODE);
        Selection.of(drawing, id)
                .ifPresent(said -> part.setAccessibleText(said.name() + ". " + String.join(". ", said.facts())));
        part.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.isStillSincePress()) {
                model.select(id);
            }
            click.consume();
        });
    }

    private void select(@Nullable Selection selected) {
        name.setText(selected == null ? "Click a part to see what it is." : selected.name());
        facts.setText(selected == null ? "" : String.join(" \u00b7 ", selected.facts()));
        Node part = selected == null ? null : parts.get(selected.id());
        frame.setVisible(part != null);
        if (part != null) {
            Bounds bounds = picture.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
            frame.setX(bounds.getMinX() - 3);
            frame.setY(bounds.getMinY() - 3);
            frame.setWidth(bounds.getWidth() + 6);
            frame.setHeight(bounds.getHeight() + 6);
        }
    }

    private HBox bar() {
        name.setId("selection-name");
        name.getStyleClass().add("selection-name");
        facts.setId("selection-facts");
        facts.getStyleClass().add("quiet");
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label share = new Label();
        share.getStyleClass().addAll("quiet", "zoom-share");
        share.textProperty().bind(zoom.map(now -> Math.round(now.doubleValue() * 100) + "%"));
        HBox bar = new HBox(
                10,
                name,
                facts,
                zoomButton("\u2212", "Smaller", "zoom-out", () -> zoomTo(zoom.get() / STEP)),
                share,
                zoomButton("+", "Larger", "zoom-in", () -> zoomTo(zoom.get() * STEP)),
                zoomButton("Fit", "As wide as the window", "zoom-fit", this::fit));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("picture-bar");
        return bar;
    }

    private static Button zoomButton(String sign, String meaning, String id, Runnable action) {
        Button button = new Button(sign);
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void zoomByWheel(ScrollEvent wheel) {
        if (wheel.isShortcutDown() && wheel.getDeltaY() != 0) {
            zoomTo(wheel.getDeltaY() > 0 ? zoom.get() * STEP : zoom.get() / STEP);
            wheel.consume();
        }
    }

    private void zoomTo(double wanted) {
        isFitted = false;
        zoom.set(Math.clamp(wanted, SMALLEST, LARGEST));
    }

    private void fit() {
        isFitted = true;
        refit();
    }

    private void refit() {
        double room = scroll.getViewportBounds().getWidth();
        if (isFitted && room > 1) {
            zoom.set(Math.clamp(room / pictureWidth, READABLE, 1.0));
        }
    }
}
