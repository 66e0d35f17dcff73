package dev.windtunnel.simulator.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.windtunnel.simulator.result.JournalEntry;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What Jackson cannot know of the result's types: times as ISO text, and the types of journal entries. */
final class ResultTypes extends SimpleModule {

    /** The journal, with its entries' types. */
    static final TypeReference<List<JournalEntry>> JOURNAL = new TypeReference<>() {};

    @Serial
    private static final long serialVersionUID = 1L;

    ResultTypes() {
        super("windtunnel-result");
        addText(Instant.class, Instant::parse);
        addText(Duration.class, Duration::parse);
        addText(ZoneId.class, ZoneId::of);
        setMixInAnnotation(JournalEntry.class, Typed.class);
        for (Class<?> type : JournalEntry.class.getPermittedSubclasses()) {
            registerSubtypes(new NamedType(type, typeName(type)));
        }
    }

    /** {@code node-health-changed} of {@code NodeHealthChanged}. */
    static String typeName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private <T> void addText(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new Text<>(type, parse));
    }

    /** The kind of an entry stands in its first field. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    private static final class Text<T> extends FromStringDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws java.io.IOException {
            try {
                return parse.apply(text);
            } catch (DateTimeException malformed) {
                return handledBy(context, text);
            }
        }

        @SuppressWarnings("unchecked")
        private T handledBy(DeserializationContext context, String text) throws java.io.IOException {
            return (T) context.handleWeirdStringValue(handledType(), text, "not in ISO 8601 notation");
        }
    }
}
