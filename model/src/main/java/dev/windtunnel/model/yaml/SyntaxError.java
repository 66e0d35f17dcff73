package dev.windtunnel.model.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import dev.windtunnel.model.problem.Position;
import dev.windtunnel.model.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says a YAML parser's complaint in a sentence. */
final class SyntaxError {

    private SyntaxError() {}

    static Problem problem(SourceText source, JacksonException syntax) {
        JsonLocation location = syntax.getLocation();
        Position position = location == null || location.getLineNr() < 1
                ? Position.of(source.name())
                : new Position(source.name(), location.getLineNr(), location.getColumnNr());
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
