package dev.windtunnel.simulator.verification;

/** A metric of a case, and the value that theory or an independent simulator gives it. */
record Expected(String metric, double value, Tolerance tolerance) {}
