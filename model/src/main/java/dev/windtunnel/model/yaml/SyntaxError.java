package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says a YAML parser's complaint in a sentence. */
final class SyntaxError {

    private SyntaxError() {}

    static Problem problem(SourceText source, JacksonException syntax) {
        Position position = position(source, syntax);
        List<String> lines = syntax.getOriginalMessage() == null
                ? List.of()
                : syntax.getOriginalMessage().lines().map(String::strip).toList();
        // The context stands first ("while parsing a block mapping"), the complaint after the first place.
        String complaint = lines.stream()
                .filter(line -> !line.startsWith("while ") && !line.startsWith("in '"))
                .findFirst()
                .orElse("the text cannot be parsed");
        return new Problem(position, "", "not valid YAML: " + complaint, advice(source, position, complaint), null);
    }

    /** Jackson places a syntax error at the last token that was fine; the parser below it knows the place of the error. */
    private static Position position(SourceText source, JacksonException syntax) {
        if (syntax.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return new Position(
                    source.name(),
                    marked.getProblemMark().getLine() + 1,
                    marked.getProblemMark().getColumn() + 1);
        }
        JsonLocation location = syntax.getLocation();
        return location == null || location.getLineNr() < 1
                ? Position.of(source.name())
                : new Position(source.name(), location.getLineNr(), location.getColumnNr());
    }

    private static @Nullable String advice(SourceText source, Position position, String complaint) {
        String line = source.line(position.line());
        if (complaint.contains("TAB") || (line != null && line.stripTrailing().indexOf('\t') >= 0)) {
            return "YAML is indented with spaces, not with tabs";
        }
        if (complaint.contains("mapping values are not allowed here")) {
            return "a value that contains ': ' stands in quotes; or the line is indented too far";
        }
        if (complaint.contains("cannot start any token")) {
            return "a value that begins with a special character stands in quotes";
        }
        if (complaint.startsWith("expected <block end>")) {
            return "the line is indented differently from the keys around it";
        }
        return null;
    }
}
