/**
 * The book of all design rules.
 *
 * <p>A rule stands in the room of what it judges; here it is only listed. Start with {@link dev.windtunnel.model.rule.book.DesignRules}.
 */
@NullMarked
package dev.windtunnel.model.rule.book;

import org.jspecify.annotations.NullMarked;
