package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.yaml.JsonValue;

/** Which model a family has. */
final class Families {

    private Families() {}

    /**
     * The model of a case.
     *
     * @throws NotUnderstood if the family, or something in it, is not understood
     */
    static CaseModel model(TheoryCase theory) {
        return switch (theory.family()) {
            case "M/M/1",
                    "M/M/c",
                    "M/G/1",
                    "M/G/c",
                    "M/D/1",
                    "M/D/c",
                    "G/G/1",
                    "G/G/c",
                    "GI/M/1",
                    "GI/M/c",
                    "M/G/1-PS",
                    "M/G/c-PS",
                    "Erlang B loss",
                    "M/M/c/K",
                    "M/M/c+M (Erlang A)",
                    "M/M/c+D (acquire timeout)",
                    "Jackson network",
                    "client timeout, work not cancelled",
                    "load balancing",
                    "closed network",
                    "retries",
                    "token bucket" -> NetworkReader.read(theory);
            case "time-varying" -> timeVarying(theory);
            case "statistics" -> StatisticsModel.read(theory.model());
            case "availability" -> AvailabilityModel.read(theory.model());
            case "composition" -> CompositionModel.read(theory.model());
            case "measurement" -> Stall.read(theory.model());
            default -> throw new NotUnderstood("family " + theory.family());
        };
    }

    private static CaseModel timeVarying(TheoryCase theory) {
        JsonValue model = theory.model();
        if (!model.has("rate")) {
            return Transient.read(theory);
        }
        return model.has("stations") ? Transient.readWave(theory) : Swing.read(model);
    }
}
