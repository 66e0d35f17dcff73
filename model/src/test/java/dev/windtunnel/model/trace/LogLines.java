package dev.windtunnel.model.trace;

/** Lines of access logs, written for these tests in the shape of real ones. */
final class LogLines {

    private LogLines() {}

    /** 25 fields, as in 2019. */
    static String alb(String created, String request, long received, long sent) {
        return "h2 2026-11-27T09:59:59.999999Z app/shop/50dc6c495c0c9188 198.51.100.7:2817 10.0.1.12:8000 0.001 0.024 0.000 200"
                + " 200 " + received + " " + sent + " \"" + request + "\" \"Mozilla/5.0 (X11; \\\"Linux\\\") Gecko\""
                + " ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2"
                + " arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/api/73e2d6bc24d8a067"
                + " \"Root=1-58337262-36d228ad5d99923122bbe354\" \"shop.example\" \"session-reused\" 0 " + created
                + " \"waf,forward\" \"-\" \"-\"";
    }

    static String get(String second, String path) {
        return alb("2026-11-27T09:" + second + "000Z", "GET https://shop.example:443" + path + " HTTP/2.0", 300, 4000);
    }

    /** 29 fields: targets and classification. */
    static String alb29(String created, String request) {
        return alb(created, request, 100, 200) + " \"10.0.1.12:8000\" \"200\" \"Acceptable\" \"SpaceInUri\"";
    }

    /** 30 fields: the connection's trace. */
    static String alb30(String created, String request) {
        return alb29(created, request) + " TID_6cfb27fd2ef25c42932bd6e0ff56d631";
    }

    /** 33 fields: transforms. */
    static String alb33(String created, String request) {
        return alb30(created, request) + " \"-\" \"-\" \"-\"";
    }

    /** 34 fields: the load balancer's node. */
    static String alb34(String created, String request) {
        return alb33(created, request) + " 203.0.113.80";
    }
}
