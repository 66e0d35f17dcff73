package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.unit.CountDistribution;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.RecordShape.Field;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The definitions of a JSON Schema, as maps and lists: one for each record and choice, made from its shape.
 *
 * <p>Each comes twice. In its partial form no key is required: that of environments that extend another, and of files that
 * include or are included. Null is allowed everywhere, because a key without a value counts as not written.
 */
final class SchemaShapes {

    private static final String PARTIAL = ".partial";

    /** What YAML makes of the rest of {@code {cpu: lognormal(mean 7ms, cv 0.6)}}: a key {@code cv 0.6)} without a value. */
    private static final String COMMA_PIECE = "^([a-z0-9]+ )?[0-9.]+[a-z]*%?( [0-9.]+[a-z]*%?)?\\)?$";

    private static final String INHERITS =
            "Environment whose keys it has where it writes none; mappings are merged, values and lists replaced, an empty value takes away";

    private final FormatTypes types;

    SchemaShapes(FormatTypes types) {
        this.types = types;
    }

    /** One way in which a mapping may be: its keys with their schemas, and those that it needs. */
    private record Form(String doc, Map<String, Object> properties, List<String> required, boolean hasCommas) {

        static Form empty(String doc) {
            return new Form(doc, new LinkedHashMap<>(), List.of(), false);
        }

        Form with(String key, Object schema, boolean isRequired, boolean mayHoldCommas) {
            Map<String, Object> more = new LinkedHashMap<>(properties);
            more.put(key, schema);
            List<String> needed = new ArrayList<>(required);
            if (isRequired) {
                needed.add(key);
            }
            return new Form(doc, more, List.copyOf(needed), hasCommas || mayHoldCommas);
        }

        Form and(Form other) {
            Map<String, Object> more = new LinkedHashMap<>(properties);
            more.putAll(other.properties);
            List<String> needed = new ArrayList<>(required);
            needed.addAll(other.required);
            return new Form(other.doc, more, List.copyOf(needed), hasCommas || other.hasCommas);
        }
    }

    /** All definitions by name. */
    Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (Class<?> type : types.types()) {
            definitions.put(types.name(type), definition(type, false));
        }
        for (Class<?> type : types.types()) {
            definitions.put(types.name(type) + PARTIAL, definition(type, true));
        }
        for (Class<?> type : types.types()) {
            if (!RecordShape.isChoice(type)) {
                RecordShape.of(type).fields().forEach(field -> addScalar(field.type(), definitions));
            }
        }
        definitions.put(
                "mergeKey", only("description", "Takes in the keys of another mapping, <<: *anchor; own keys win."));
        return definitions;
    }

    /** A map of one entry. */
    private static Map<String, Object> only(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    private static void addScalar(Type written, Map<String, Object> definitions) {
        Type type = RecordShape.onlyValueOf(written).map(Field::type).orElse(written);
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            addScalar(element.get(), definitions);
        } else if (type instanceof Class<?> plain) {
            ScalarForm.of(plain).ifPresent(form -> definitions.putIfAbsent(form.name(), scalar(form)));
        }
    }

    private static Map<String, Object> scalar(ScalarForm form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", form.words());
        if (!form.notation().isEmpty()) {
            schema.put("description", form.notation());
        }
        List<String> jsonTypes = new ArrayList<>(form.jsonTypes());
        jsonTypes.add("null");
        schema.put("type", jsonTypes);
        if (!form.pattern().isEmpty()) {
            schema.put("pattern", form.pattern());
        }
        if (form.isZeroWithoutUnit()) {
            schema.put("minimum", BigDecimal.ZERO);
            schema.put("maximum", BigDecimal.ZERO);
        }
        return schema;
    }

    /** A reference to the definition of a type. */
    Map<String, Object> reference(Class<?> type, boolean partial) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + types.name(type) + (partial ? PARTIAL : ""));
        return reference;
    }

    private Map<String, Object> definition(Class<?> type, boolean partial) {
        List<Form> forms = forms(type, partial);
        if (forms.size() > 1) {
            List<Object> choices = new ArrayList<>();
            forms.forEach(form -> choices.add(object(form, partial, List.of("object"))));
            choices.add(only("type", "null"));
            Map<String, Object> choice = described(FormatTypes.doc(type));
            // Without required keys more than one may fit.
            choice.put(partial ? "anyOf" : "oneOf", choices);
            return choice;
        }
        boolean inherits = type == Environment.class;
        Form form = inherits
                ? forms.getFirst().with(Inheritance.KEY, reference("text", INHERITS), false, false)
                : forms.getFirst();
        Map<String, Object> object = object(form, partial, List.of("object", "null"));
        return inherits && !partial ? unless(Inheritance.KEY, type, object) : object;
    }

    /** With the key that lets it leave keys to others the partial form holds, else this one. */
    private Map<String, Object> unless(String key, Class<?> type, Map<String, Object> complete) {
        Map<String, Object> schema = new LinkedHashMap<>();
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("type", "object");
        condition.put("required", List.of(key));
        schema.put("if", condition);
        schema.put("then", reference(type, true));
        schema.put("else", complete);
        return schema;
    }

    /** What the whole file is. */
    Map<String, Object> root(boolean partial) {
        Class<?> type = types.roots().getFirst();
        return partial ? reference(type, true) : unless(Includes.KEY, type, reference(type, false));
    }

    private Map<String, Object> object(Form form, boolean partial, List<String> jsonTypes) {
        Map<String, Object> schema = described(form.doc());
        schema.put("type", jsonTypes);
        Map<String, Object> properties = new LinkedHashMap<>(form.properties());
        properties.put("<<", reference("mergeKey", ""));
        schema.put("properties", properties);
        if (form.hasCommas()) {
            schema.put("patternProperties", only(COMMA_PIECE, only("type", "null")));
        }
        schema.put("additionalProperties", false);
        if (!partial && !form.required().isEmpty()) {
            schema.put("required", form.required());
        }
        return schema;
    }

    private static Map<String, Object> described(String doc) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!doc.isEmpty()) {
            schema.put("description", doc);
        }
        return schema;
    }

    private List<Form> forms(Class<?> type, boolean partial) {
        return RecordShape.isChoice(type) ? ofChoice(type, partial) : ofRecord(type, partial);
    }

    private List<Form> ofChoice(Class<?> family, boolean partial) {
        List<Form> forms = new ArrayList<>();
        Optional<String> key = RecordShape.choiceKey(family);
        RecordShape.members(family).forEach((word, member) -> {
            Form empty = Form.empty(FormatTypes.doc(member));
            if (key.isPresent()) {
                Form chosen = empty.with(key.get(), only("const", word), true, false);
                forms(member, partial).forEach(form -> forms.add(chosen.and(form)));
            } else {
                forms.add(empty.with(word, value(member, partial), true, false));
            }
        });
        return forms;
    }

    private List<Form> ofRecord(Class<?> type, boolean partial) {
        List<Form> forms = List.of(Form.empty(FormatTypes.doc(type)));
        if (types.roots().contains(type)) {
            forms = List.of(forms.getFirst().with(Includes.KEY, include(), false, false));
        }
        for (Field field : RecordShape.of(type).fields()) {
            if (field.isInline() && field.type() instanceof Class<?> inline) {
                List<Form> before = forms;
                forms = forms(inline, partial).stream()
                        .flatMap(with -> before.stream().map(form -> form.and(with)))
                        .toList();
            } else if (!field.isName()) {
                boolean isRequired = field.defaultText() == null && !field.isNullable();
                boolean hasCommas = field.type() == Distribution.class || field.type() == CountDistribution.class;
                Map<String, Object> schema = property(field, partial);
                forms = forms.stream()
                        .map(form -> form.with(field.key(), schema, isRequired, hasCommas))
                        .toList();
            }
        }
        return forms;
    }

    private static Map<String, Object> include() {
        Map<String, Object> schema = described(
                "Files, relative to this one, whose keys are taken in below its own; two of them may not give the same value");
        schema.put("type", List.of("string", "array", "null"));
        schema.put("items", only("type", "string"));
        return schema;
    }

    private Map<String, Object> property(Field field, boolean partial) {
        Map<String, Object> schema = value(field.type(), partial);
        if (!field.doc().isEmpty()) {
            schema.put("description", field.doc());
        }
        if (field.defaultText() != null) {
            schema.put("default", plain(Binder.defaultNode(field), field.type() == String.class));
        }
        return schema;
    }

    private Map<String, Object> value(Type type, boolean partial) {
        Optional<Field> only = RecordShape.onlyValueOf(type);
        if (only.isPresent()) {
            return value(only.get().type(), partial);
        }
        Optional<Type> element = RecordShape.elementType(type);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (element.isPresent() && RecordShape.isNamed(element.get())) {
            schema.put("type", List.of("object", "null"));
            schema.put("properties", only("<<", reference("mergeKey", "")));
            schema.put("additionalProperties", value(element.get(), partial));
        } else if (element.isPresent()) {
            schema.put("type", List.of("array", "null"));
            // A list replaces the list it overrides, so its elements are complete.
            schema.put("items", value(element.get(), false));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            List<@org.jspecify.annotations.Nullable Object> words = new ArrayList<>(Scalars.words(plain));
            words.add(null);
            schema.put("enum", words);
        } else if (type instanceof Class<?> plain) {
            return ScalarForm.of(plain)
                    .map(form -> reference(form.name(), ""))
                    .orElseGet(() -> reference(plain, partial));
        }
        return schema;
    }

    private static Map<String, Object> reference(String definition, String doc) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + definition);
        if (!doc.isEmpty()) {
            reference.put("description", doc);
        }
        return reference;
    }

    /** A tree as maps, lists, numbers and texts. */
    private static Object plain(YamlNode node, boolean isText) {
        return switch (node) {
            case YamlNode.Mapping mapping -> {
                Map<String, Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> map.put(entry.key(), plain(entry.value(), false)));
                yield map;
            }
            case YamlNode.Sequence sequence ->
                sequence.elements().stream().map(each -> plain(each, false)).toList();
            case YamlNode.Scalar scalar -> isText || scalar.quoted() ? scalar.text() : typed(scalar.text());
            case YamlNode.Empty _ -> "";
        };
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?") ? new BigDecimal(text) : text;
    }
}
