package dev.windtunnel.simulator.diagram;

import dev.windtunnel.model.organization.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the words of an account's {@code holds} stand for. */
final class HeldThings {

    private static final List<String> PIPELINE = List.of("ci/cd", "pipeline", "build", "deploy", "delivery", "argo");
    private static final List<String> REGISTRY = List.of("registry", "ecr", "artifact");
    private static final List<String> LOGS = List.of("log", "trail", "metric", "siem", "trace");
    private static final List<String> DATABASE = List.of("rds", "aurora", "database", "postgres");
    private static final List<String> CLUSTER = List.of("eks", "kubernetes", "cluster");

    private HeldThings() {}

    /** A node for each of them: {@code <prefix>.<account>.<position>}, from 0. */
    static List<Diagram.Node> nodes(Account account, String prefix) {
        List<Diagram.Node> nodes = new ArrayList<>();
        for (String word : account.holds()) {
            nodes.add(new Diagram.Node(
                    prefix + "." + account.name() + "." + nodes.size(), kind(word, account), List.of(word)));
        }
        return nodes;
    }

    private static NodeKind kind(String word, Account account) {
        return switch (account.purpose()) {
            case SHARED_SERVICES ->
                isPipeline(word) ? NodeKind.PIPELINE : isRegistry(word) ? NodeKind.REGISTRY : NodeKind.SHARED_SERVICE;
            case SECURITY -> names(word, LOGS) ? NodeKind.LOGS : NodeKind.SHIELD;
            case ENVIRONMENT ->
                names(word, DATABASE)
                        ? NodeKind.DATABASE
                        : names(word, CLUSTER) ? NodeKind.CLUSTER : NodeKind.SHARED_SERVICE;
        };
    }

    static boolean isPipeline(String word) {
        return names(word, PIPELINE);
    }

    static boolean isRegistry(String word) {
        return names(word, REGISTRY);
    }

    private static boolean names(String word, List<String> parts) {
        String lower = word.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(lower::contains);
    }
}
