package dev.windtunnel.model.yaml;

import dev.windtunnel.model.security.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which KMS keys an account may use: its own, and those that others share with it. Keys of AWS go everywhere. */
final class KeyNames {

    private record Shared(String key, String owner, List<String> with) {

        boolean isUsableBy(String account) {
            return owner.equals(account) || with.contains(account);
        }
    }

    private final List<Shared> keys = new ArrayList<>();
    private final Map<String, String> homes = new LinkedHashMap<>();

    private KeyNames() {}

    static KeyNames of(Place root) {
        KeyNames names = new KeyNames();
        for (Place environment : root.at("environments").children()) {
            String account = environment.at("account").text().orElse("");
            names.homes.put(account, "environments." + environment.name() + ".keys");
            environment.at("keys").children().forEach(key -> names.add(key, account));
        }
        for (Place key : root.at("security").at("keys").children()) {
            names.add(key, key.at("account").text().orElse(""));
        }
        return names;
    }

    private void add(Place key, String owner) {
        List<String> with = key.at("sharedWith").words().stream()
                .flatMap(word -> word.text().stream())
                .toList();
        keys.add(new Shared(key.name(), owner, with));
    }

    /** Reports the name of a key at this place that the account has not, or may not use. */
    void check(Place named, String account, Problems problems) {
        String found = named.text().orElse("");
        if (found.isEmpty() || found.startsWith(Key.AWS_MANAGED)) {
            return;
        }
        Set<String> usable = new LinkedHashSet<>();
        keys.stream().filter(key -> key.isUsableBy(account)).map(Shared::key).forEach(usable::add);
        if (!usable.contains(found)) {
            problems.add(
                    named.position(),
                    named.path(),
                    "account '" + Advice.shorten(account) + "' has no key '" + Advice.shorten(found) + "'",
                    advice(found, account, List.copyOf(usable)));
        }
    }

    private String advice(String found, String account, List<String> usable) {
        List<String> owners = keys.stream()
                .filter(key -> key.key().equals(found))
                .map(Shared::owner)
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            return "it belongs to " + Advice.list(owners) + "; add 'sharedWith: [" + Advice.shorten(account)
                    + "]' there";
        }
        String nearest = Advice.nearest(found, usable, "keys");
        return nearest != null ? nearest : "add it below '" + homes.getOrDefault(account, "security.keys") + "'";
    }
}
