/**
 * The design rules and what a check of them found, as text for people, JSON for programs, and SARIF for code review.
 *
 * <p>Pure functions of an outcome. Start with {@link dev.windtunnel.simulator.report.finding.FindingsText}.
 */
@NullMarked
package dev.windtunnel.simulator.report.finding;

import org.jspecify.annotations.NullMarked;
