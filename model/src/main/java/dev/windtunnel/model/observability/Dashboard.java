package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import java.util.List;

/** A page of charts (S55). */
@Doc("A page of charts")
public record Dashboard(
        @Named String name,

        @Doc("What shows it: grafana or cloudwatch") @Default("grafana")
        Tool tool,

        @Doc("What it shows, in words") @Default("[]") List<String> shows) {

    /** What shows a dashboard. */
    public enum Tool {
        /** Managed Grafana. */
        GRAFANA,
        /** CloudWatch, three of which are free. */
        CLOUDWATCH
    }

    /** Copies the list. */
    public Dashboard {
        shows = List.copyOf(shows);
    }
}
