/**
 * Pictures of an architecture: what it is made of, drawn for people, with overlays for what a run did to it.
 *
 * <p>A view (such as {@link dev.windtunnel.simulator.diagram.OverviewDiagram}) turns the model into a {@link
 * dev.windtunnel.simulator.diagram.Diagram}, plain data; a writer turns that into Mermaid, DOT or SVG text. Views know no
 * syntax and writers know no cloud. Pictures follow the order of the file: who writes zones or workloads in another order gets
 * them drawn in that order, where numbers and tables stay the same. Depends on the model only. Start with {@link dev.windtunnel.simulator.diagram.Diagram}.
 */
@NullMarked
package dev.windtunnel.simulator.diagram;

import org.jspecify.annotations.NullMarked;
