package dev.windtunnel.model.notation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component that holds a thing's name. A {@code List} of records with such a component is written as a mapping from
 * name to the rest: {@code workloads: {backend: {...}, frontend: {...}}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Named {}
