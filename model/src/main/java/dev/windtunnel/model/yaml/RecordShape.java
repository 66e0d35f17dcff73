package dev.windtunnel.model.yaml;

import dev.windtunnel.model.notation.Choice;
import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Inline;
import dev.windtunnel.model.notation.Key;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.notation.Tag;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record is written, learned from its components and their annotations.
 *
 * @param type the record
 * @param fields one for each component, in order
 */
record RecordShape(Class<?> type, List<Field> fields) {

    /**
     * One component.
     *
     * @param key what stands before the colon
     * @param type its Java type
     * @param defaultText what counts if it is not written; null if there is no default
     * @param isNullable whether it may be left out
     * @param isInline whether its own keys stand beside its siblings
     * @param isName whether it is the key under which the whole record stands
     * @param doc what it means; empty if the type says so
     */
    record Field(
            String key,
            Type type,
            @Nullable String defaultText,
            boolean isNullable,
            boolean isInline,
            boolean isName,
            String doc) {

        private static Field of(RecordComponent component) {
            Key key = component.getAnnotation(Key.class);
            Default given = component.getAnnotation(Default.class);
            Doc doc = component.getAnnotation(Doc.class);
            return new Field(
                    key == null ? component.getName() : key.value(),
                    component.getGenericType(),
                    given == null ? null : given.value(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.isAnnotationPresent(Inline.class),
                    component.isAnnotationPresent(Named.class),
                    doc == null ? "" : doc.value());
        }
    }

    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("only records are read from YAML, found " + type.getName());
        }
        return new RecordShape(type, Arrays.stream(components).map(Field::of).toList());
    }

    /** Whether lists of it are written as a mapping from name to the rest. */
    boolean isNamed() {
        return fields.stream().anyMatch(Field::isName);
    }

    /**
     * The component that stands alone where the record does: a single value that is inline, beside nothing but a name. A list of
     * such records is a mapping from name to value ({@code labels: { team: shop }}).
     */
    Optional<Field> onlyValue() {
        List<Field> values = fields.stream().filter(field -> !field.isName()).toList();
        return values.size() == 1
                        && values.getFirst().isInline()
                        && values.getFirst().type() instanceof Class<?> plain
                        && Scalars.reader(plain).isPresent()
                ? Optional.of(values.getFirst())
                : Optional.empty();
    }

    /** The keys that stand in its mapping; those of an inline component are not among them. */
    List<String> keys() {
        return fields.stream()
                .filter(field -> !field.isName() && !field.isInline())
                .map(Field::key)
                .toList();
    }

    /** The field under this key. */
    Optional<Field> field(String key) {
        return fields.stream()
                .filter(field ->
                        !field.isName() && !field.isInline() && field.key().equals(key))
                .findFirst();
    }

    /** The component whose keys stand beside the others. */
    Optional<Field> inline() {
        return fields.stream().filter(Field::isInline).findFirst();
    }

    /**
     * Calls the canonical constructor.
     *
     * @throws IllegalArgumentException if the constructor objects to the values
     */
    Object construct(@Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException objection) {
                throw objection;
            }
            throw new IllegalStateException(
                    "the constructor of " + type.getName() + " failed on " + Arrays.toString(values),
                    thrown.getCause());
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(
                    "cannot construct " + type.getName() + "\nMaybe it is not public with its constructor.", closed);
        }
    }

    /** The members of a sealed family by the word that chooses them, in the order of the source. */
    static Map<String, Class<?>> members(Class<?> family) {
        Map<String, Class<?>> byTag = new LinkedHashMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            Tag tag = member.getAnnotation(Tag.class);
            if (tag == null) {
                throw new IllegalStateException(
                        member.getName() + " has no @Tag, its family " + family.getName() + " a @Choice");
            }
            byTag.put(tag.value(), member);
        }
        return byTag;
    }

    /** The key whose value chooses the member; empty where the member's word is the key itself. */
    static Optional<String> choiceKey(Class<?> family) {
        Choice choice = family.getAnnotation(Choice.class);
        return choice == null || choice.key().isEmpty() ? Optional.empty() : Optional.of(choice.key());
    }

    /** Whether the type is a family of which YAML chooses a member. */
    static boolean isChoice(Class<?> type) {
        return type.isAnnotationPresent(Choice.class);
    }

    /** The element type, if the type is a list; itself a list in a list of lists. */
    static Optional<Type> elementType(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? Optional.of(list.getActualTypeArguments()[0])
                : Optional.empty();
    }

    /** Whether lists of the type are written as a mapping from name to the rest. */
    static boolean isNamed(Type element) {
        return element instanceof Class<?> type && type.isRecord() && of(type).isNamed();
    }
}
