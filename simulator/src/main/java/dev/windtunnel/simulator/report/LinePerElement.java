package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/**
 * Puts each top-level field, and each element of a top-level array, on a line of its own: a difference of two results shows
 * which minute differs. For one document only, because it counts depth.
 */
final class LinePerElement extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;
    private static final int LINES_TO_DEPTH = 2;

    private int depth;
    private boolean inTopLevelArray;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        super.writeStartObject(json);
        depth++;
        lineAtDepth(json, 1);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        lineAtDepth(json, 1);
        depth--;
        super.writeEndObject(json, entries);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        super.writeObjectEntrySeparator(json);
        lineAtDepth(json, 1);
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        super.writeStartArray(json);
        depth++;
        inTopLevelArray |= depth == LINES_TO_DEPTH;
        lineInTopLevelArray(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        lineInTopLevelArray(json);
        inTopLevelArray &= depth != LINES_TO_DEPTH;
        depth--;
        super.writeEndArray(json, values);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        super.writeArrayValueSeparator(json);
        lineInTopLevelArray(json);
    }

    private void lineAtDepth(JsonGenerator json, int wanted) throws IOException {
        if (depth == wanted) {
            json.writeRaw('\n');
        }
    }

    private void lineInTopLevelArray(JsonGenerator json) throws IOException {
        if (inTopLevelArray && depth == LINES_TO_DEPTH) {
            json.writeRaw('\n');
        }
    }
}
