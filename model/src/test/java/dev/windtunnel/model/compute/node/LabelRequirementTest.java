package dev.windtunnel.model.compute.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRequirementTest {

    @ParameterizedTest
    @CsvSource(nullValues = "missing", textBlock = """
                    IN, a, true
                    IN, c, false
                    IN, missing, false
                    NOT_IN, a, false
                    NOT_IN, c, true
                    NOT_IN, missing, true
                    EXISTS, c, true
                    EXISTS, missing, false
                    DOES_NOT_EXIST, c, false
                    DOES_NOT_EXIST, missing, true
                    GT, 6, true
                    GT, 5, false
                    GT, x, false
                    GT, missing, false
                    LT, 4, true
                    LT, 5, false
                    """)
    void comparesALabel(LabelRequirement.Operator operator, @Nullable String label, boolean isMet) {
        List<String> values =
                switch (operator) {
                    case IN, NOT_IN -> List.of("a", "b");
                    case EXISTS, DOES_NOT_EXIST -> List.of();
                    case GT, LT -> List.of("5");
                };

        assertEquals(isMet, new LabelRequirement("key", operator, values, null).isMetBy(label));
    }
}
