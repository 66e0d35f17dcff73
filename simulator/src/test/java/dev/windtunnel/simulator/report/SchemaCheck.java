package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema as {@code docs/results.schema.json} uses; a keyword beyond that is an error of the test itself. */
final class SchemaCheck {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "const",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "required",
            "properties",
            "additionalProperties",
            "propertyNames",
            "items");

    private final JsonNode root;
    private final List<String> violations = new ArrayList<>();

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    static List<String> violations(JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(schema);
        check.check(schema, value, "$");
        return check.violations;
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException("the check does not know " + keyword);
            }
        });
        if (schema.has("$ref")) {
            String[] steps = schema.get("$ref").textValue().substring(2).split("/", -1);
            check(root.get(steps[0]).get(steps[1]), value, path);
        }
        require(!schema.has("type") || isOfType(schema.get("type").textValue(), value), path, "type", value);
        require(!schema.has("const") || schema.get("const").equals(value), path, "const", value);
        require(!schema.has("enum") || contains(schema.get("enum"), value), path, "enum", value);
        require(
                !schema.has("pattern")
                        || Pattern.compile(schema.get("pattern").textValue())
                                .matcher(value.asText())
                                .find(),
                path,
                "pattern",
                value);
        require(
                !schema.has("minimum")
                        || value.asDouble() >= schema.get("minimum").asDouble(),
                path,
                "minimum",
                value);
        require(
                !schema.has("maximum")
                        || value.asDouble() <= schema.get("maximum").asDouble(),
                path,
                "maximum",
                value);
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]");
            }
        }
        if (value.isObject()) {
            members(schema, value, path);
        }
    }

    private void members(JsonNode schema, JsonNode value, String path) {
        schema.path("required").forEach(name -> require(value.has(name.textValue()), path, "required " + name, value));
        value.properties().forEach(member -> {
            String at = path + "." + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (schema.has("propertyNames")) {
                JsonNode name = new com.fasterxml.jackson.databind.node.TextNode(member.getKey());
                check(schema.get("propertyNames"), name, at);
            }
            if (!known.isMissingNode()) {
                check(known, member.getValue(), at);
            } else if (others.isObject()) {
                check(others, member.getValue(), at);
            } else {
                require(others.asBoolean(true), at, "known property", member.getValue());
            }
        });
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalStateException("the check does not know type " + type);
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private void require(boolean holds, String path, String rule, JsonNode value) {
        if (!holds) {
            String text = value.toString();
            violations.add(path + " breaks " + rule + ": " + text.substring(0, Math.min(60, text.length())));
        }
    }
}
