package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.network.PortRange;
import dev.windtunnel.model.network.Protocol;
import java.util.List;
import java.util.Locale;

/** How pictures write what the model has: short, as a person would say it. */
final class Words {

    /** Names that fit into a label; more are counted. */
    private static final int MOST_NAMED = 12;

    private Words() {}

    /** {@code WARM_STANDBY} as {@code warm standby}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code GIT_OPS} as {@code Git ops}. */
    static String capitalized(Enum<?> constant) {
        String word = of(constant);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Names in one line; many are counted. */
    static String list(List<String> names, String what) {
        return names.size() > MOST_NAMED ? EnvironmentParts.counted(names.size(), what) : String.join(", ", names);
    }

    /** {@code 443}, {@code 1024–65535}, {@code all} or {@code udp 53}. */
    static String ports(PortRange range) {
        Integer first = range.port();
        String protocol = range.protocol() == Protocol.TCP ? "" : of(range.protocol()) + " ";
        if (first == null) {
            return range.protocol() == Protocol.ALL ? "all" : protocol + "all";
        }
        Integer last = range.toPort();
        return protocol + (last == null || last.equals(first) ? first : first + "\u2013" + last);
    }
}
