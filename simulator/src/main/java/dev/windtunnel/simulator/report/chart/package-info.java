/**
 * Time charts as SVG text: scales, ticks on the local clock, lines and stacked areas, faults as bands.
 *
 * <p>Knows no requests and no cloud; the same chart gives the same bytes. A chart stretches with its page: the plot is scaled
 * in width alone, texts are placed by percent and keep their size, so it reads on a phone and on paper. Start with {@link
 * dev.windtunnel.simulator.report.chart.Chart}.
 */
@NullMarked
package dev.windtunnel.simulator.report.chart;

import org.jspecify.annotations.NullMarked;
