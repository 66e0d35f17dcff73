/**
 * How a record is written in YAML: its words, defaults and names.
 *
 * <p>Only annotations enter; the records of the other rooms carry them and {@code yaml} reads them. Start with {@link dev.windtunnel.model.notation.Doc}.
 */
@NullMarked
package dev.windtunnel.model.notation;

import org.jspecify.annotations.NullMarked;
