package dev.windtunnel.model.yaml;

import java.util.List;

/** Finds names that nothing declares, and says which was probably meant. */
final class DeclaredNames {

    private final Problems problems;

    DeclaredNames(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reports a name that is not declared.
     *
     * @param named where the name stands, if it does
     * @param declared the names there are
     * @param what what it should be, "runbook"
     * @param where the key below which it is declared, "operations.runbooks", whose last word is the plural of what
     */
    void isOne(Place named, List<String> declared, String what, String where) {
        named.text()
                .filter(name -> !declared.contains(name))
                .ifPresent(name -> unknown(named, name, declared, what, where));
    }

    /** The same for each element of a list. */
    void areAll(Place names, List<String> declared, String what, String where) {
        names.words().forEach(name -> isOne(name, declared, what, where));
    }

    /** The same for the names under which the children of a mapping stand. */
    void nameAll(Place mapping, List<String> declared, String what, String where) {
        for (Place child : mapping.children()) {
            if (!declared.contains(child.name())) {
                unknown(child, child.name(), declared, what, where);
            }
        }
    }

    private void unknown(Place place, String name, List<String> declared, String what, String where) {
        problems.add(
                place.position(),
                place.path(),
                "unknown " + what + " '" + Advice.shorten(name) + "'",
                declared.isEmpty()
                        ? "none is declared; add it below '" + where + "'"
                        : Advice.nearest(name, declared, where.substring(where.lastIndexOf('.') + 1)));
    }
}
