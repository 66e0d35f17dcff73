/**
 * Tests of the pictures. Golden texts lie in {@code src/test/resources/diagram}; after a wanted change write them anew with
 * {@code ./mvnw -pl simulator -am test -Dtest='*WriterTest' -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true} and
 * read the difference in review.
 */
@NullMarked
package dev.windtunnel.simulator.diagram;

import org.jspecify.annotations.NullMarked;
