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
    /** A web application firewall's rules. */
    WEB_ACL(Category.SECURITY),
    /** A content delivery network. */
    CDN(Category.EDGE),
    /** Fixed addresses that lead to the nearest healthy region. */
    ACCELERATOR(Category.EDGE),
    /** A gateway that counts and limits calls. */
    API_GATEWAY(Category.EDGE),
    /** A private door of a VPC to services of AWS. */
    VPC_ENDPOINT(Category.EDGE),
    /** A way to another network. */
    CONNECTION(Category.EDGE),
    /** A firewall that packets pass. */
    FIREWALL(Category.SECURITY),
    /** Who may open a connection to whom. */
    SECURITY_GROUP(Category.SECURITY),
    /** What may enter and leave a subnet. */
    NETWORK_ACL(Category.SECURITY),
    /** A pool of database connections that many clients share. */
    DATABASE_PROXY(Category.DATA),
    /** Copies that a database can be brought back from. */
    BACKUP(Category.DATA),
    /** A repository of source text. */
    REPOSITORY(Category.DELIVERY),
    /** One stage of a pipeline. */
    STAGE(Category.DELIVERY),
    /** What brings a repository's state into a cluster. */
    GIT_OPS(Category.DELIVERY),
    /** What decides who and what is let in. */
    ADMISSION(Category.SECURITY),
    /** Rules over many accounts. */
    GOVERNANCE(Category.SECURITY),
    /** Another region drawn small. */
    REGION(Category.ACCOUNT),
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
            case DATABASE, DATABASE_STANDBY, CACHE, BACKUP -> Outline.CYLINDER;
            case USERS, DEVELOPERS, INTERNET -> Outline.OVAL;
            default -> Outline.BOX;
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
