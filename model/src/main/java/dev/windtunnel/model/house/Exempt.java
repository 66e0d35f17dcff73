package dev.windtunnel.model.house;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class that a rule of the house does not bind. The tests that keep the rules read it; an unneeded one fails them. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exempt.All.class)
public @interface Exempt {

    /** Name of the rule, as the failing test prints it: {@code hash-order}. */
    String from();

    /** Why the rule's reason does not apply here. */
    String because();

    /** Several exemptions of one class. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        /** The exemptions. */
        Exempt[] value();
    }
}
