package dev.windtunnel.simulator.house;

import dev.windtunnel.model.house.Exempt;
import java.util.Set;

/** Breaks a rule and says why it may. */
@Exempt(from = "hash-order", because = "only asked whether it contains something")
final class Freed {

    static final Set<String> WORDS = Set.of("a", "b");

    private Freed() {}

    /** Freed with the class it is nested in. */
    static final class Inner {

        static final Set<String> WORDS = Set.of("c", "d");

        private Inner() {}
    }
}
