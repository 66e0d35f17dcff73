package dev.windtunnel.model.notation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the member of a sealed family is chosen in YAML.
 *
 * <p>With a {@link #key()} the value of that key is the member's {@link Tag}: {@code {fault: az-loss, zone: a}}. Without
 * one the only key of the mapping is the tag and its value the member: {@code {replay: {trace: ...}}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
    /** The deciding key, or empty for a mapping whose only key is the tag. */
    String key() default "";
}
