/**
 * What it would have cost: ledger times price book.
 *
 * <p>Pure functions over a result and the catalog's prices; nothing here runs or meters. Start with {@code BillCalculation}.
 */
@NullMarked
package dev.windtunnel.simulator.cost;

import org.jspecify.annotations.NullMarked;
