package dev.windtunnel.model.rule;

import java.util.List;

/**
 * What is known of a rule before it looks at anything.
 *
 * @param id stable: {@code R-NET-05}
 * @param severity of its findings unless one says otherwise
 * @param why the reason, one sentence
 * @param rows rows of the reference design that it guards: {@code S13}
 * @param source where the reason comes from: a fact of the sheets ({@code NAT-02}) or a publication
 * @param change what to do about a finding, one sentence
 */
public record RuleFacts(String id, Severity severity, String why, List<String> rows, String source, String change) {

    /** @throws IllegalArgumentException unless the id has the form R-NET-05 and nothing is empty */
    public RuleFacts {
        rows = List.copyOf(rows);
        if (!id.matches("R-[A-Z0-9]+-[0-9]{2}")) {
            throw new IllegalArgumentException("a rule's id looks like R-NET-05, found " + id);
        }
        if (why.isBlank() || source.isBlank() || change.isBlank() || rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "rule " + id + " says why, where from, for which rows, and what to change");
        }
    }
}
