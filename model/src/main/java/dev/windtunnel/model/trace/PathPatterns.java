package dev.windtunnel.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which endpoint a logged request asked for: by method and path.
 *
 * <p>A pattern is a path whose segments are texts, {@code {name}} for any one segment, or {@code *}: as the last segment for
 * any rest, at least one segment; elsewhere for any one. The query and a slash at the end do not count. Where several
 * patterns match, the one whose first differing segment is the more definite wins: text, then {@code {name}}, then
 * {@code *}; then the first by name. The order in which endpoints are declared has no influence.
 */
public final class PathPatterns {

    /** No endpoint matches. */
    public static final int NONE = -1;

    private static final int MOST_REMEMBERED = 4096;

    /** An endpoint's name, HTTP method and path pattern. */
    public record Route(String endpoint, String method, String path) {}

    private record Pattern(int endpoint, String method, List<String> segments) {}

    private final List<String> endpoints;
    private final List<Pattern> patterns;

    /** Answers given before: a site has few paths that are asked for often. Bounded, and only ever looked up. */
    private final Map<String, Integer> remembered = new LinkedHashMap<>();

    /** Of some endpoints. */
    public PathPatterns(List<Route> routes) {
        List<Route> byName =
                routes.stream().sorted(Comparator.comparing(Route::endpoint)).toList();
        endpoints = byName.stream().map(Route::endpoint).toList();
        List<Pattern> all = new ArrayList<>();
        for (int i = 0; i < byName.size(); i++) {
            all.add(new Pattern(
                    i, byName.get(i).method(), segments(byName.get(i).path())));
        }
        all.sort(PathPatterns::byDefiniteness);
        patterns = List.copyOf(all);
    }

    private static int byDefiniteness(Pattern one, Pattern other) {
        int common = Math.min(one.segments().size(), other.segments().size());
        for (int i = 0; i < common; i++) {
            int difference = vagueness(one.segments().get(i))
                    - vagueness(other.segments().get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(other.segments().size(), one.segments().size());
    }

    private static int vagueness(String segment) {
        return segment.equals("*") ? 2 : isVariable(segment) ? 1 : 0;
    }

    private static boolean isVariable(String segment) {
        return segment.length() >= 2 && segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return java.util.Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Names of the endpoints, sorted: what {@link #endpointOf} counts by. */
    public List<String> endpoints() {
        return endpoints;
    }

    /** Place of the endpoint in {@link #endpoints}, or {@link #NONE}. */
    public int endpointOf(String method, String path) {
        String asked = method + " " + path;
        Integer known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        int found = search(method, segments(path));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(asked, found);
        }
        return found;
    }

    private int search(String method, List<String> path) {
        for (Pattern pattern : patterns) {
            if (pattern.method().equalsIgnoreCase(method) && matches(pattern.segments(), path)) {
                return pattern.endpoint();
            }
        }
        return NONE;
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        boolean hasRest = !pattern.isEmpty() && pattern.getLast().equals("*");
        if (hasRest ? path.size() < pattern.size() : path.size() != pattern.size()) {
            return false;
        }
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (!segment.equals("*") && !isVariable(segment) && !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
