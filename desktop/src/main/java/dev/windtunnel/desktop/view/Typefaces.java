package dev.windtunnel.desktop.view;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The window's typeface: the first of those whose widths the picture's layout is measured by that this machine has. */
final class Typefaces {

    private static final List<String> WELCOME = List.of(
            "Helvetica", "Helvetica Neue", "Arial", "Liberation Sans", "Arimo", "Nimbus Sans", "Inter", "Segoe UI");

    static final String FAMILY = family();

    private Typefaces() {}

    private static String family() {
        List<String> present = Font.getFamilies();
        return WELCOME.stream()
                .filter(present::contains)
                .findFirst()
                .orElse(Font.getDefault().getFamily());
    }

    static Font of(double size, boolean isBold) {
        return Font.font(FAMILY, isBold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }
}
