package dev.windtunnel.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternsTest {

    private static final List<PathPatterns.Route> ROUTES = List.of(
            new PathPatterns.Route("anything", "GET", "/*"),
            new PathPatterns.Route("buy", "POST", "/items/{id}/orders"),
            new PathPatterns.Route("home", "GET", "/"),
            new PathPatterns.Route("item", "GET", "/items/{id}"),
            new PathPatterns.Route("newest", "GET", "/items/newest"),
            new PathPatterns.Route("photo", "GET", "/items/{id}/photos/*"));

    @ParameterizedTest
    @CsvSource({
        "GET, /, home",
        "GET, /items/7, item",
        "GET, /items/7/, item",
        "GET, /items/newest, newest",
        "GET, /items/7/photos/a/b.jpg, photo",
        "GET, /items/7/photos, anything",
        "POST, /items/7/orders, buy",
        "POST, /items/7, ''",
        "GET, /robots.txt, anything",
        "HEAD, /, ''",
    })
    void picksTheMostDefinitePattern(String method, String path, String expected) {
        assertEquals(expected, endpoint(new PathPatterns(ROUTES), method, path));
        assertEquals(expected, endpoint(new PathPatterns(ROUTES.reversed()), method, path));
    }

    @Test
    void givesTheSameAnswerWhenAskedAgain() {
        PathPatterns patterns = new PathPatterns(ROUTES);

        for (int i = 0; i < 10_000; i++) {
            assertEquals("item", endpoint(patterns, "GET", "/items/" + i % 5000));
        }
    }

    private static String endpoint(PathPatterns patterns, String method, String path) {
        int place = patterns.endpointOf(method, path);
        return place == PathPatterns.NONE ? "" : patterns.endpoints().get(place);
    }
}
