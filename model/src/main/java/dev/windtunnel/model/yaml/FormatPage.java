package dev.windtunnel.model.yaml;

import dev.windtunnel.model.architecture.Architecture;
import dev.windtunnel.model.architecture.Environment;
import dev.windtunnel.model.scenario.Scenario;
import dev.windtunnel.model.yaml.RecordShape.Field;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the manual of the YAML format in Markdown, from the records: one section for each, a table of its keys. */
public final class FormatPage {

    private static final String HEAD = """
            # The format of scenarios and architectures

            Made from the records of the model by a test; `./mvnw -pl model test -Dtest=SchemaTest -Dgolden=write` makes it anew.
            The same as JSON Schema, for editors: [scenario](schema/scenario.schema.json),
            [architecture](schema/architecture.schema.json), [part of an architecture](schema/architecture-part.schema.json). A file
            whose first line is `# yaml-language-server: $schema=PATH` is completed and checked while it is written.

            ## What holds everywhere

            - **Not written** is a key that is missing, and one without a value (nothing, `~` or `null`): its default counts. "Required"
              means that there is none, "absent" that nothing is a meaning of its own, which the key's meaning tells.
            - **Named things** are mappings from name to the rest: `workloads: {backend: {...}, frontend: {...}}`.
            - **Unknown keys** are errors, with the nearest valid one. All problems of all files are told at once, each with
              `file:line:column`.
            - **Anchors**: `&name`, `*name` and `<<: *name` work; own keys win over those that `<<` brings in. Tags (`!!str`) and
              second documents are refused, and so are files above 2 MiB, deeper than 64 levels, or with more than 200,000 values
              after their aliases are expanded.
            - **Includes**: `include: [network.yaml, security.yaml]` at the top of a file, relative to it. What these files say is laid
              below the file's own keys: mappings are merged key by key, the file's own values and lists win, and a key that it writes
              without a value is taken away. Two included files that give the same value are an error.
            - **Inheritance**: `extends: prod` in an environment gives it every key of `prod` that it does not write, by the same rules.
              Chains are fine, circles are not.
            - **The command line** has the last word: `--set workloads.backend.replicas.min=6`, after includes and inheritance.

            """;

    private FormatPage() {}

    /** The whole page. */
    public static String write() {
        // Of both files, so that no two sections have the same name.
        FormatTypes all = FormatTypes.of(Scenario.class, Architecture.class);
        List<Class<?>> scenario = FormatTypes.of(Scenario.class).types();
        List<Class<?>> architecture =
                all.types().stream().filter(type -> !scenario.contains(type)).toList();
        StringBuilder page = new StringBuilder(HEAD);
        units(page, all);
        page.append("## The scenario file\n\nIt begins with the keys of [Scenario](#scenario).\n\n");
        scenario.forEach(type -> section(page, all, type));
        page.append("## The architecture file\n\nIt begins with the keys of [Architecture](#architecture).\n\n");
        architecture.forEach(type -> section(page, all, type));
        return page.toString().stripTrailing() + "\n";
    }

    private static void units(StringBuilder page, FormatTypes types) {
        TreeMap<String, String> notations = new TreeMap<>();
        types.types().stream()
                .filter(type -> !RecordShape.isChoice(type))
                .flatMap(type -> RecordShape.of(type).fields().stream())
                .filter(field -> !field.isName())
                .map(field -> single(field.type()))
                .flatMap(type -> type instanceof Class<?> plain
                        ? ScalarForm.of(plain).stream()
                        : java.util.stream.Stream.<ScalarForm>empty())
                .forEach(form -> notations.put(form.words(), form.notation()));
        page.append("## Values on one line\n\n| Value | How it is written |\n|---|---|\n");
        notations.forEach((words, notation) -> page.append("| ")
                .append(words)
                .append(" | ")
                .append(cell(notation))
                .append(" |\n"));
        page.append('\n');
    }

    private static Type single(Type type) {
        Optional<Type> element = RecordShape.elementType(type);
        return element.isPresent() ? single(element.get()) : type;
    }

    private static void section(StringBuilder page, FormatTypes types, Class<?> type) {
        page.append("### ").append(types.name(type)).append("\n\n");
        String doc = FormatTypes.doc(type);
        if (!doc.isEmpty()) {
            page.append(sentence(doc)).append("\n\n");
        }
        if (RecordShape.isChoice(type)) {
            choice(page, types, type);
            return;
        }
        List<Field> fields = RecordShape.of(type).fields().stream()
                .filter(field -> !field.isName())
                .toList();
        if (fields.isEmpty()) {
            page.append("It has no keys: `{}`.\n\n");
            return;
        }
        page.append("| Key | Value | Default | Meaning |\n|---|---|---|---|\n");
        if (types.roots().contains(type)) {
            row(page, "include", "list of text", "none", "Files whose keys are taken in below this file's own.");
        }
        if (type == Environment.class) {
            row(page, "extends", "text", "none", "Environment whose keys it has where it writes none.");
        }
        for (Field field : fields) {
            if (field.isInline()) {
                page.append("| | the keys of ")
                        .append(value(types, field.type()))
                        .append(" | | They stand beside the others. |\n");
            } else {
                row(page, field.key(), value(types, field.type()), standsFor(field), sentence(field.doc()));
            }
        }
        page.append('\n');
    }

    private static void choice(StringBuilder page, FormatTypes types, Class<?> family) {
        Optional<String> key = RecordShape.choiceKey(family);
        page.append(key.map(name -> "The key `" + name + "` says which; the other keys follow from it.")
                        .orElse("Exactly one of these keys."))
                .append("\n\n| ")
                .append(key.map(name -> "`" + name + "`").orElse("Key"))
                .append(" | Keys | Meaning |\n|---|---|---|\n");
        RecordShape.members(family).forEach((word, member) -> page.append("| `")
                .append(word)
                .append("` | ")
                .append(link(types, member))
                .append(" | ")
                .append(cell(sentence(FormatTypes.doc(member))))
                .append(" |\n"));
        page.append('\n');
    }

    private static void row(StringBuilder page, String key, String value, String standsFor, String meaning) {
        page.append("| `")
                .append(key)
                .append("` | ")
                .append(cell(value))
                .append(" | ")
                .append(cell(standsFor))
                .append(" | ")
                .append(cell(meaning))
                .append(" |\n");
    }

    private static String standsFor(Field field) {
        return field.defaultText() != null
                ? "`" + field.defaultText() + "`"
                : field.isNullable() ? "absent" : "required";
    }

    private static String value(FormatTypes types, Type type) {
        Optional<Type> element = RecordShape.elementType(type);
        if (element.isPresent()) {
            return (RecordShape.isNamed(element.get()) ? "by name: " : "list of ") + value(types, element.get());
        }
        if (!(type instanceof Class<?> plain)) {
            return type.getTypeName();
        }
        if (plain.isEnum()) {
            return Scalars.words(plain).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        return ScalarForm.of(plain).map(ScalarForm::words).orElseGet(() -> link(types, plain));
    }

    private static String link(FormatTypes types, Class<?> type) {
        String name = types.name(type);
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "") + ")";
    }

    private static String sentence(String doc) {
        return doc.isEmpty() || doc.endsWith(".") ? doc : doc + ".";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
