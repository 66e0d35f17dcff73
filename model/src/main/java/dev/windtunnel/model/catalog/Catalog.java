package dev.windtunnel.model.catalog;

/** Placeholder so that the package compiles until the catalog lands. */
final class Catalog {
    private Catalog() {}
}
