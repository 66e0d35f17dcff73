package dev.windtunnel.desktop.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windtunnel.simulator.cli.Window;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void isMissingOnLinuxWithoutADisplay(String display) {
        String sentence = Screen.missing("Linux", display, null).orElse("");

        assertTrue(sentence.contains("DISPLAY is not set"), sentence);
        assertTrue(sentence.contains("windtunnel run"), sentence);
    }

    @Test
    void isThereWithADisplayOrAnotherSystemOrAPlatformWithoutOne() {
        assertEquals(Optional.empty(), Screen.missing("Linux", ":0", null));
        assertEquals(Optional.empty(), Screen.missing("Mac OS X", null, null));
        assertEquals(Optional.empty(), Screen.missing("Linux", null, "Headless"));
    }

    @Test
    void saysWhyTheToolkitRefusedAndWhatToInstall() {
        String sentence = Screen.unusable(new IllegalStateException(
                "toolkit", new UnsatisfiedLinkError("libgtk-3.so.0: cannot open\n\tat somewhere")));

        assertTrue(sentence.contains("libgtk-3.so.0: cannot open"), sentence);
        assertTrue(sentence.contains("apt-get install"), sentence);
        assertFalse(sentence.contains("\n"), sentence);
    }

    @Test
    void belongsToAWindowThatTheCommandLineFinds() {
        assertEquals(
                List.of(DesktopWindow.class),
                ServiceLoader.load(Window.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .toList());
    }
}
