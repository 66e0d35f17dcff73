package dev.windtunnel.simulator.world.traffic;

/** The uses that are made of a request's key: one counter each, so that no two share a value. */
final class Draw {

    static final int ENDPOINT_AND_VISIT = 1;
    static final int WHICH_VISIT = 2;
    static final int NEW_VISIT = 3;
    static final int CONNECTION = 4;
    static final int FALLBACK_ADDRESS = 5;
    static final int FALLBACK_TIME = 6;
    static final int CPU_AND_PROCESSING = 7;
    static final int COMMIT = 8;
    static final int PATIENCE = 9;
    static final int ONWARD = 10;
    static final int NEXT_KEY = 11;
    static final int RETRY = 12;
    static final int RETRY_WAIT = 13;
    static final int ERROR = 14;

    static final int TARGET = 32;
    static final int TARGET_ZONE = 33;

    static final int HOT_ROW = 40;
    static final int REPLICA_LAG = 41;

    /** The page reads of statement number n use this plus n. */
    static final int FIRST_READ = 128;

    /** Statement number n uses this plus n. */
    static final int FIRST_QUERY = 64;

    static final int LOOKUP = 50;
    static final int LOOKUP_TIME = 51;
    static final int PROXY_DELAY = 52;
    static final int PROXY_CPU = 53;

    /** The external call at step number n uses each of these plus n. */
    static final int FIRST_CALL = 1 << 16;

    static final int FIRST_CALL_ERROR = 2 << 16;
    static final int FIRST_CALL_HAPPENS = 3 << 16;
    static final int FIRST_CALL_PROXY = 4 << 16;

    private Draw() {}
}
