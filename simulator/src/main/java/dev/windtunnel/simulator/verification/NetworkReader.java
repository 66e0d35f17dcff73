package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.edge.BalancingAlgorithm;
import dev.windtunnel.model.unit.Distribution;
import dev.windtunnel.model.yaml.JsonValue;
import dev.windtunnel.simulator.compile.CompiledAttempts;
import dev.windtunnel.simulator.compile.CompiledBalancer;
import dev.windtunnel.simulator.compile.StationNetwork;
import dev.windtunnel.simulator.compile.StationNetwork.Station;
import java.util.ArrayList;
import java.util.List;

/** Reads open models: arrivals, stations and routing, or equal backends behind a load balancer. */
final class NetworkReader {

    /** Nobody waits longer than this many mean services, unless the case has a client timeout. */
    private static final double LONGEST_STAY = 1000;

    private static final RunLength USUAL = new RunLength(100_000, 1_000_000, 10);

    /** What stands behind a limiter that is a case by itself: it is done at once. */
    private static final Station INSTANT = new Station(
            "behind", 1, Station.UNLIMITED, 0, Station.ENDLESS, new Distribution.Fixed(1e-6), null, List.of());

    private final JsonValue model;

    private NetworkReader(JsonValue model) {
        this.model = model;
    }

    /** The steady state of a case's network. */
    static NetworkModel read(TheoryCase theory) {
        KnownKeys.only(
                theory.model(),
                "a network",
                "arrivals",
                "stations",
                "routing",
                "population",
                "think",
                "retry",
                "failure",
                "backends",
                "policy",
                "limiter",
                "client_timeout_s",
                "cancel_on_timeout");
        NetworkReader reader = new NetworkReader(theory.model());
        List<Station> stations = reader.model.has("backends")
                ? List.of(reader.backends())
                : reader.model.has("stations") || !reader.model.has("limiter") ? reader.stations() : List.of(INSTANT);
        return new NetworkModel(
                new StationNetwork(
                        reader.source(),
                        stations,
                        reader.routing(),
                        reader.clientTimeout(stations),
                        1,
                        reader.attempts(),
                        reader.errorShare()),
                reader.rate(stations),
                RunLength.read(theory.root(), USUAL));
    }

    /** The first station of a model, for those who need no more. */
    static Station station(JsonValue model) {
        return new NetworkReader(model).stations().getFirst();
    }

    private Distribution gap() {
        JsonValue arrivals = model.get("arrivals");
        KnownKeys.only(arrivals, "arrivals", "process", "rate_per_s", "interarrival_s", "interarrival");
        String process = arrivals.get("process").text();
        return switch (process) {
            case "poisson" ->
                new Distribution.Exponential(1 / arrivals.get("rate_per_s").positive());
            case "deterministic" ->
                new Distribution.Fixed(
                        arrivals.has("interarrival_s")
                                ? arrivals.get("interarrival_s").positive()
                                : 1 / arrivals.get("rate_per_s").positive());
            case "renewal" -> Distributions.read(arrivals.get("interarrival"));
            default -> throw new NotUnderstood("arrivals by a " + process + " process");
        };
    }

    private StationNetwork.Source source() {
        return model.has("population")
                ? new StationNetwork.Closed(
                        model.get("population").whole(1), Distributions.readOrNothing(model.get("think")))
                : new StationNetwork.Renewal(gap());
    }

    /** Requests per second; of a closed network the most that its users and its narrowest station allow. */
    private double rate(List<Station> stations) {
        if (!model.has("population")) {
            return 1 / gap().meanSeconds();
        }
        double cycle = Distributions.readOrNothing(model.get("think")).meanSeconds();
        double narrowest = Double.MAX_VALUE;
        for (Station station : stations) {
            double service = station.service().meanSeconds();
            cycle += service;
            int servers = station.cpus() == 0 ? station.workers() : station.cpus();
            narrowest = Math.min(narrowest, servers / service);
        }
        return Math.min(narrowest, model.get("population").whole(1) / cycle);
    }

    private CompiledAttempts attempts() {
        boolean cancels = model.find("cancel_on_timeout").map(JsonValue::truth).orElse(false);
        if (!model.has("retry")) {
            return cancels ? StationNetwork.attempts(1, new Distribution.Fixed(0), true) : CompiledAttempts.SINGLE;
        }
        JsonValue retry = model.get("retry");
        KnownKeys.only(retry, "retry", "max_attempts", "backoff");
        Distribution pause =
                retry.find("backoff").map(Distributions::readOrNothing).orElseGet(() -> new Distribution.Fixed(0));
        return StationNetwork.attempts(retry.get("max_attempts").whole(1), pause, cancels);
    }

    private double errorShare() {
        if (!model.has("failure")) {
            return 0;
        }
        KnownKeys.only(model.get("failure"), "failure", "p_per_attempt");
        return model.get("failure").get("p_per_attempt").share();
    }

    private List<Station> stations() {
        List<JsonValue> written = model.get("stations").elements();
        if (written.isEmpty()) {
            throw model.get("stations").expected("at least one station");
        }
        List<String> names = new ArrayList<>();
        for (JsonValue station : written) {
            names.add(station.has("name") ? station.get("name").text() : "station" + names.size());
        }
        // The first station of a network is the one where requests arrive, wherever it stands in the file.
        int entry = Routing.read(model, names).first();
        List<JsonValue> inOrder = entryFirst(written, entry);
        names = entryFirst(names, entry);
        Routing routing = Routing.read(model, names);
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            stations.add(station(names.get(i), inOrder.get(i), routing.from(i)));
        }
        return stations;
    }

    private static <T> List<T> entryFirst(List<T> list, int entry) {
        List<T> inOrder = new ArrayList<>(list);
        inOrder.addFirst(inOrder.remove(entry));
        return inOrder;
    }

    private static Station station(String name, JsonValue station, List<StationNetwork.Next> next) {
        KnownKeys.only(station, "a station", "servers", "discipline", "system_capacity", "service", "queue_patience");
        int servers = servers(station.get("servers"));
        String discipline = station.find("discipline").map(JsonValue::text).orElse("FCFS");
        int line = station.find("system_capacity")
                .map(capacity -> capacity.whole(Math.max(1, servers)) - servers)
                .orElse(Station.ENDLESS);
        Distribution service = Distributions.read(station.get("service"));
        Distribution patience =
                station.find("queue_patience").map(Distributions::read).orElse(null);
        return switch (discipline) {
            case "IS" -> new Station(name, 1, Station.UNLIMITED, 0, Station.ENDLESS, service, null, next);
            case "FCFS" ->
                servers == 0
                        ? new Station(name, 1, Station.UNLIMITED, 0, Station.ENDLESS, service, null, next)
                        : new Station(name, 1, servers, 0, line, service, patience, next);
            case "PS" -> {
                int most = line == Station.ENDLESS ? Station.UNLIMITED : servers + line;
                yield new Station(name, 1, most, servers, line == Station.ENDLESS ? line : 0, service, patience, next);
            }
            default -> throw new NotUnderstood("discipline " + discipline);
        };
    }

    /** 0 where they are unlimited. */
    private static int servers(JsonValue written) {
        return written.isText() && written.text().equals("unlimited") ? 0 : written.whole(0);
    }

    private Station backends() {
        JsonValue backends = model.get("backends");
        KnownKeys.only(backends, "backends", "count", "workers_each", "service", "discipline");
        int workers = backends.get("workers_each").whole(1);
        String discipline = backends.find("discipline").map(JsonValue::text).orElse("FCFS");
        boolean sharing = discipline.equals("PS");
        if (!sharing && !discipline.equals("FCFS")) {
            throw new NotUnderstood("backends with discipline " + discipline);
        }
        return new Station(
                "backend",
                backends.get("count").whole(1),
                sharing ? Station.UNLIMITED : workers,
                sharing ? workers : 0,
                Station.ENDLESS,
                Distributions.read(backends.get("service")),
                null,
                List.of());
    }

    private CompiledBalancer.Routing routing() {
        BalancingAlgorithm algorithm =
                model.has("policy") ? algorithm(model.get("policy")) : BalancingAlgorithm.ROUND_ROBIN;
        return new CompiledBalancer.Routing(
                algorithm,
                false,
                false,
                0,
                model.find("limiter").map(NetworkReader::limit).orElse(null));
    }

    private static BalancingAlgorithm algorithm(JsonValue policy) {
        KnownKeys.only(policy, "a policy", "d", "tie");
        String name = policy.get("name").text();
        if (policy.has("tie") && !policy.get("tie").text().equals("random")) {
            throw new NotUnderstood("ties broken " + policy.get("tie").text());
        }
        return switch (name) {
            case "round-robin" -> BalancingAlgorithm.ROUND_ROBIN;
            case "random" -> BalancingAlgorithm.RANDOM;
            case "least-outstanding", "join-shortest-queue", "jsq" -> BalancingAlgorithm.LEAST_OUTSTANDING_REQUESTS;
            case "power-of-two", "two-choices", "power-of-d" -> {
                int choices = policy.has("d") ? policy.get("d").whole(1) : 2;
                if (choices > 2) {
                    throw new NotUnderstood("the best of " + choices + " choices");
                }
                yield choices == 1 ? BalancingAlgorithm.RANDOM : BalancingAlgorithm.TWO_CHOICES;
            }
            default -> throw new NotUnderstood("balancing " + name);
        };
    }

    private static CompiledBalancer.Limit limit(JsonValue limiter) {
        KnownKeys.only(limiter, "a limiter", "kind", "rate_per_s", "burst", "refill", "initial");
        boolean isKnown = limiter.get("kind").text().equals("token-bucket")
                && limiter.find("refill")
                        .map(JsonValue::text)
                        .orElse("continuous")
                        .equals("continuous")
                && limiter.find("initial").map(JsonValue::text).orElse("full").equals("full");
        if (!isKnown) {
            throw new NotUnderstood("a limiter that is no full, continuously refilled token bucket");
        }
        double burst = limiter.get("burst").positive();
        if (burst != Math.rint(burst) || burst > Integer.MAX_VALUE) {
            throw new NotUnderstood("a burst of other than whole tokens");
        }
        return new CompiledBalancer.Limit(limiter.get("rate_per_s").positive(), (int) burst);
    }

    private long clientTimeout(List<Station> stations) {
        if (model.has("client_timeout_s")) {
            return Math.round(model.get("client_timeout_s").positive() * 1e9);
        }
        double longest = 0;
        int users =
                model.find("population").map(population -> population.whole(1)).orElse(0);
        for (Station station : stations) {
            Distribution patience = station.patience();
            longest += station.service().meanSeconds() + (patience == null ? 0 : patience.meanSeconds());
        }
        return (long) (Math.max(1, (LONGEST_STAY + users) * longest) * 1e9);
    }
}
