package dev.windtunnel.model.notation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a key that is not written, in YAML notation: {@code "15s"}, {@code "true"}, {@code "[]"}, {@code "{}"}.
 *
 * <p>Defaults are the real services' defaults where those exist; otherwise the {@link Doc} says "estimate".
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The value as one would write it. */
    String value();
}
