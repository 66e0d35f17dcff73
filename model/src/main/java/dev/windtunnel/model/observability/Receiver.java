package dev.windtunnel.model.observability;

import dev.windtunnel.model.notation.Default;
import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;
import dev.windtunnel.model.unit.Distribution;
import java.util.List;

/** Whom an alarm tells, and how long until a person has read it (S58, OBS-06, OBS-07). */
@Doc("Whom an alarm tells")
public record Receiver(
        @Named String name,

        @Doc("Ways that the news takes, in order: sns, pagerduty, chat, email")
        List<Channel> via,

        @Doc("SNS topic, PagerDuty service, chat room or address")
        String to,

        @Doc("Time from the alarm to the device (OBS-07)") @Default("lognormal(median 10s, sigma 0.5)")
        Distribution delay,

        @Doc("Time until a person acknowledges; at night half as long again (OBS-06)")
        @Default("lognormal(median 4m, sigma 0.6)")
        Distribution acknowledgment,

        @Doc("Time from there until hands are on the keyboard (OBS-06)") @Default("lognormal(median 12m, sigma 0.7)")
        Distribution handsOn) {

    /** A way that news takes. */
    public enum Channel {
        /** An SNS topic. */
        SNS,
        /** PagerDuty, which rings. */
        PAGERDUTY,
        /** A chat room. */
        CHAT,
        /** A letter. */
        EMAIL
    }

    /** @throws IllegalArgumentException without a way */
    public Receiver {
        via = List.copyOf(via);
        Limits.notEmpty("via", via);
    }

    /** Whether it wakes somebody (R-OBS-01). */
    public boolean pages() {
        return via.contains(Channel.PAGERDUTY) || via.contains(Channel.SNS);
    }
}
