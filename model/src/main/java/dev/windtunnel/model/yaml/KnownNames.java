package dev.windtunnel.model.yaml;

import dev.windtunnel.model.catalog.Catalog;
import java.util.List;

/** The names that AWS gave and that a design may use; the catalog knows them. */
public interface KnownNames {
    /** EC2 instance types: {@code m7g.xlarge}. */
    List<String> instanceTypes();

    /** RDS instance classes: {@code db.m6g.large}. */
    List<String> databaseClasses();

    /** Regions: {@code us-east-1}. */
    List<String> regions();

    /** What a catalog knows. */
    static KnownNames of(Catalog catalog) {
        return new KnownNames() {
            @Override
            public List<String> instanceTypes() {
                return catalog.instanceTypeNames();
            }

            @Override
            public List<String> databaseClasses() {
                return catalog.databaseClassNames();
            }

            @Override
            public List<String> regions() {
                return catalog.regionNames();
            }
        };
    }
}
