package dev.windtunnel.model.yaml;

import java.util.List;

/** A name that must be declared elsewhere in the design. */
final class Reference {

    private final String what;
    private final String key;
    private final List<String> declared;
    private final Problems problems;

    /** Names of this kind, declared below this key. */
    Reference(String what, String key, List<String> declared, Problems problems) {
        this.what = what;
        this.key = key;
        this.declared = declared;
        this.problems = problems;
    }

    /** Reports the name at this place, if there is one and it is not declared. */
    void check(Place place) {
        String found = place.text().orElse("");
        if (place.text().isEmpty() || declared.contains(found)) {
            return;
        }
        problems.add(
                place.position(),
                place.path(),
                "unknown " + what + " '" + Advice.shorten(found) + "'",
                declared.isEmpty()
                        ? "none is declared; add it below '" + key + "'"
                        : Advice.nearest(found, declared, key));
    }

    /** The same for each word of a list. */
    void checkAll(Place list) {
        list.words().forEach(this::check);
    }
}
