/**
 * Design rules: what a careful reviewer would object to in an architecture before anything runs.
 *
 * <p>One small class for each rule, which knows its id, its reason and its source; it looks at the model, the graph and the
 * catalog and tells findings with the keys of the YAML that they are about. To add one, write the class beside its
 * neighbors and name it in {@link dev.windtunnel.model.rule.book.DesignRules}. Start with {@link dev.windtunnel.model.rule.DesignRule}.
 */
@NullMarked
package dev.windtunnel.model.rule;

import org.jspecify.annotations.NullMarked;
