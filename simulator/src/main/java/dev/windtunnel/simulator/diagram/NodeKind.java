package dev.windtunnel.simulator.diagram;

/** What a node stands for. Decides its glyph and, by its category, its color. */
public enum NodeKind {
    /** People who use the system. */
    USERS(Category.PEOPLE),
    /** People who change it. */
    DEVELOPERS(Category.PEOPLE),
    /** A DNS name. */
    DNS(Category.EDGE),
    /** A load balancer or one node of it. */
    LOAD_BALANCER(Category.EDGE),
    /** A NAT gateway. */
    NAT(Category.EDGE),
    /** Everything that can be reached from everywhere. */
    INTERNET(Category.EDGE),
    /** The door of a VPC to the internet. */
    INTERNET_GATEWAY(Category.EDGE),
    /** A route table with its entries. */
    ROUTE_TABLE(Category.EDGE),
    /** A Kubernetes control plane. */
    CLUSTER(Category.COMPUTE),
    /** Machines of node pools. */
    NODES(Category.COMPUTE),
    /** Pods of workloads. */
    WORKLOAD(Category.COMPUTE),
    /** Pods that run at set times. */
    CRON_JOB(Category.COMPUTE),
    /** A database instance that serves. */
    DATABASE(Category.DATA),
    /** A database instance that stands by. */
    DATABASE_STANDBY(Category.DATA),
    /** A cache. */
    CACHE(Category.DATA),
    /** A queue of messages. */
    QUEUE(Category.DATA),
    /** A bucket of objects. */
    BUCKET(Category.DATA),
    /** A delivery pipeline. */
    PIPELINE(Category.DELIVERY),
    /** An image registry. */
    REGISTRY(Category.DELIVERY),
    /** Identity, single sign-on, base images: services that others share. */
    SHARED_SERVICE(Category.DELIVERY),
    /** Findings: Security Hub, GuardDuty, Config. */
    SHIELD(Category.SECURITY),
    /** Logs and metrics. */
    LOGS(Category.SECURITY),
    /** A service that somebody else runs. */
    EXTERNAL_SERVICE(Category.PEOPLE),
    /** A whole account or environment drawn small. */
    ENVIRONMENT(Category.ACCOUNT);

    private final Category category;

    NodeKind(Category category) {
        this.category = category;
    }

    /** The category that decides the color. */
    Category category() {
        return category;
    }

    /** The outline that layout programs draw it with. */
    Outline outline() {
        return switch (this) {
            case DATABASE, DATABASE_STANDBY, CACHE -> Outline.CYLINDER;
            case USERS, DEVELOPERS, INTERNET -> Outline.OVAL;
            case DNS,
                    LOAD_BALANCER,
                    NAT,
                    INTERNET_GATEWAY,
                    ROUTE_TABLE,
                    CLUSTER,
                    NODES,
                    WORKLOAD,
                    CRON_JOB,
                    QUEUE,
                    BUCKET,
                    PIPELINE,
                    REGISTRY,
                    SHARED_SERVICE,
                    SHIELD,
                    LOGS,
                    EXTERNAL_SERVICE,
                    ENVIRONMENT -> Outline.BOX;
        };
    }

    /** Outlines that Mermaid and DOT share. */
    enum Outline {
        BOX,
        CYLINDER,
        OVAL
    }

    /** What kinds have in common; each has one color and one line in the legend. */
    enum Category {
        PEOPLE("People and third parties", "#44546a"),
        EDGE("Edge and network", "#0060a8"),
        COMPUTE("Compute", "#b84e00"),
        DATA("Data", "#8a3f86"),
        DELIVERY("Delivery", "#00735a"),
        SECURITY("Security and logs", "#7a5c00"),
        ACCOUNT("Environments", "#5b6776");

        private final String title;
        private final String color;

        Category(String title, String color) {
            this.title = title;
            this.color = color;
        }

        /** Its line in the legend. */
        String title() {
            return title;
        }

        /**
         * Six-digit color. The set is Okabe and Ito's color-blind-safe one, darkened until white glyphs on it have a contrast
         * of 4.5 or more; glyphs tell kinds apart where a color cannot.
         */
        String color() {
            return color;
        }
    }
}
