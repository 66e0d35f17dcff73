package dev.windtunnel.desktop.launch;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether there is a screen to open a window on, and what to do where there is none. */
final class Screen {

    private static final String INSTEAD = "'windtunnel run SCENARIO' writes the same as a report.";

    private Screen() {}

    /**
     * Why there can be no window, known before the toolkit is asked, which would say so with a stack trace.
     *
     * @param system as {@code os.name} has it
     * @param display where X11 is; null or empty if nowhere
     * @param platform a platform of JavaFX that was asked for by {@code -Dglass.platform}; null for the usual one
     */
    static Optional<String> missing(String system, @Nullable String display, @Nullable String platform) {
        boolean isLinux = system.toLowerCase(Locale.ROOT).contains("linux");
        boolean hasDisplay = display != null && !display.isBlank();
        return isLinux && !hasDisplay && platform == null
                ? Optional.of("there is no screen: DISPLAY is not set. Maybe start it in a desktop session or with"
                        + " 'ssh -X'; " + INSTEAD)
                : Optional.empty();
    }

    /** What to say when the toolkit would not start. */
    static String unusable(Throwable refused) {
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return "the window could not be opened: " + reason + ". Maybe the screen cannot be reached, or GTK or fonts are"
                + " missing (on Debian: apt-get install libgtk-3-0 libxtst6 fontconfig fonts-dejavu-core); " + INSTEAD;
    }
}
