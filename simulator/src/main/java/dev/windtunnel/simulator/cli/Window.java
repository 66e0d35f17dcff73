package dev.windtunnel.simulator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens a window onto a scenario. The command line knows no library of windows: who can open one is found among the services
 * ({@link java.util.ServiceLoader}) of a class path that has one, which the launcher gives to {@code windtunnel desktop} only.
 */
public interface Window {

    /**
     * Opens the window and returns once it was closed. Problems of the scenario are shown in the window.
     *
     * @param scenario the file as the user named it, relative to the current directory
     * @param overrides texts {@code path=value}, in the order given
     * @return why no window can be opened here and what to do about it, one or two sentences; nothing if there was one
     */
    Optional<String> open(Path scenario, List<String> overrides);
}
