package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;
import java.util.List;

/** A key that nobody reads may change what a case means: it is then not understood, never run as if the key were not there. */
final class KnownKeys {

    private static final List<String> WORDS = List.of("note", "notes", "title", "description", "name");

    private KnownKeys() {}

    /**
     * Refuses an object with other keys.
     *
     * @param what the object is, for the reason that is told
     * @throws NotUnderstood naming the first key that is not known
     */
    static void only(JsonValue object, String what, String... known) {
        List<String> all = List.of(known);
        for (String key : object.keys()) {
            if (!all.contains(key) && !WORDS.contains(key) && object.has(key)) {
                throw new NotUnderstood("'" + key + "' of " + what);
            }
        }
    }
}
