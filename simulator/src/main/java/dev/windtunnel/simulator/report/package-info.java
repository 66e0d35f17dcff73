/**
 * How a run is told: one page, a summary for a pull request, a screen for a terminal, and files for machines.
 *
 * <p>Pure functions of result, scenario, bill, verdict and ready drawings to text; no date of the run, no path, no host enters,
 * so the same run gives the same bytes. Only {@link dev.windtunnel.simulator.report.ReportFolder} touches the disk. Start with
 * {@link dev.windtunnel.simulator.report.Report}.
 */
@NullMarked
package dev.windtunnel.simulator.report;

import org.jspecify.annotations.NullMarked;
