package dev.windtunnel.model.notation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component's own keys stand beside its siblings, without a mapping of their own. On a single value that has no sibling but
 * a name, the value stands where the record would: {@code labels: { team: shop }}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
