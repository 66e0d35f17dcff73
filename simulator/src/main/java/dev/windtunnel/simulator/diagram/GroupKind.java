package dev.windtunnel.simulator.diagram;

/** What a group stands for. Decides the look of its box. */
public enum GroupKind {
    /** Not a thing, only a place: invisible, without heading, and left out where the layout is not ours. */
    LANE("#ffffff", "#ffffff", "#1f2933"),
    /** The organization. */
    ORGANIZATION("#f7f8fa", "#8b95a3", "#2b3440"),
    /** An organizational unit. */
    UNIT("#f1f3f6", "#9aa3af", "#2b3440"),
    /** An account. */
    ACCOUNT("#ffffff", "#5b6776", "#2b3440"),
    /** The account of the environment that is looked at. */
    ACCOUNT_IN_FOCUS("#ffffff", "#1f2933", "#1f2933"),
    /** What a region or the internet offers beside a VPC. */
    SERVICES("#fafaf7", "#7a7466", "#4a463c"),
    /** Another region, with what lies there for the day on which this one is lost. */
    REGION("#f6f9fc", "#5b6776", "#2b3440"),
    /** A pipeline with its stages. */
    PIPELINE("#f3faf7", "#00735a", "#00513f"),
    /** A VPC. */
    VPC("#fbfaff", "#6a4fb3", "#4b3690"),
    /** An availability zone. */
    ZONE("#f3f6fb", "#3f6ea5", "#2c5282"),
    /** A subnet routed to the internet gateway. */
    SUBNET_PUBLIC("#e6f4ea", "#3d8b5a", "#225c3a"),
    /** A subnet routed to a NAT gateway. */
    SUBNET_PRIVATE("#e5f0fb", "#3b78b5", "#1f4f7f"),
    /** A subnet that is not routed outside the VPC. */
    SUBNET_ISOLATED("#f4eaf5", "#8a5b94", "#5e3668"),
    /** A Kubernetes cluster. */
    CLUSTER("#fff6ee", "#b84e00", "#7c3500"),
    /** A Kubernetes namespace. */
    NAMESPACE("#fffcf9", "#c98a55", "#7c3500"),
    /** The machines of a zone with the pods that run on them. */
    NODES("#fff6ee", "#b84e00", "#7c3500");

    private final String fill;
    private final String stroke;
    private final String ink;

    GroupKind(String fill, String stroke, String ink) {
        this.fill = fill;
        this.stroke = stroke;
        this.ink = ink;
    }

    /** Six-digit color of the box. */
    String fill() {
        return fill;
    }

    /** Six-digit color of its border. */
    String stroke() {
        return stroke;
    }

    /** Six-digit color of its heading. */
    String ink() {
        return ink;
    }

    /** Pixels between its children: wider where arrows run between them. */
    int gap() {
        return switch (this) {
            case ORGANIZATION -> 72;
            case ACCOUNT_IN_FOCUS -> 42;
            case ZONE -> 30;
            case LANE, PIPELINE -> 24;
            case VPC -> 18;
            case UNIT, REGION, ACCOUNT, SERVICES -> 30;
            case CLUSTER -> 42;
            case NAMESPACE -> 24;
            case SUBNET_PUBLIC, SUBNET_PRIVATE, SUBNET_ISOLATED, NODES -> 12;
        };
    }

    /** Whether its border is dashed. */
    boolean dashed() {
        return this == ZONE || this == ORGANIZATION || this == REGION;
    }

    /** Whether groups of this kind get one common size, so that they stand in rows and columns. */
    boolean isUniform() {
        return this == SUBNET_PUBLIC || this == SUBNET_PRIVATE || this == SUBNET_ISOLATED || this == NODES;
    }
}
