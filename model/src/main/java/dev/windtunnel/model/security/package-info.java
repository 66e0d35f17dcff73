/**
 * Who may do what, what is encrypted with which key, what watches for misuse, and which data needs care.
 *
 * <p>Statements about a design; nothing here grants or detects anything. Start with {@link dev.windtunnel.model.security.Security}.
 */
@NullMarked
package dev.windtunnel.model.security;

import org.jspecify.annotations.NullMarked;
