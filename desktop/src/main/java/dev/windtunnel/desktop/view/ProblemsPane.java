package dev.windtunnel.desktop.view;

import dev.windtunnel.desktop.viewmodel.ScenarioViewModel;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is wrong with the scenario, in the words of the command line, to be read and copied. */
final class ProblemsPane extends VBox {

    ProblemsPane(ScenarioViewModel model) {
        setId("problems");
        getStyleClass().addAll("card", "problems");
        setSpacing(8);
        Label count = FindingsPane.wrapping("", "headline");
        count.getStyleClass().add("bad");
        count.textProperty().bind(model.statusProperty());
        Label advice = FindingsPane.wrapping(
                "Mend the file where the position points to, then read it again (F5). The command line says the same.",
                "quiet");
        TextArea lines = new TextArea();
        lines.setId("problem-lines");
        lines.setEditable(false);
        lines.setWrapText(true);
        lines.getStyleClass().add("code");
        lines.textProperty()
                .bind(Bindings.createStringBinding(() -> String.join("\n\n", model.problems()), model.problems()));
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(count, advice, lines);
    }
}
