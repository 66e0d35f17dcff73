package dev.windtunnel.benchmarks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * SSJ (L'Ecuyer and others) in its event view: an event object for each arrival and departure, a line of customer objects
 * for each station, nothing recorded but waits.
 */
final class Ssj implements QueueEngine {

    private final Supplier<EventList> lists;
    private final LongFunction<Luck> lucks;

    Ssj(Supplier<EventList> lists, LongFunction<Luck> lucks) {
        this.lists = lists;
        this.lucks = lucks;
    }

    @Override
    public Measured run(Network network, long customers, long seed) {
        Simulator simulator = new Simulator(lists.get());
        simulator.init();
        Line[] stations = new Line[network.stations().size()];
        Run run = new Run(simulator, stations, 1 / network.arrivalsPerSecond(), customers, lucks.apply(seed));
        for (int i = 0; i < stations.length; i++) {
            Network.Station station = network.stations().get(i);
            stations[i] = new Line(station.servers(), station.meanServiceSeconds());
        }
        new Arrival(run).schedule(run.luck.exponential() * run.gap);
        simulator.start();
        double waits = Arrays.stream(stations).mapToDouble(line -> line.waits).sum();
        return new Measured(run.left, (stations.length + 1) * run.left, waits / run.left);
    }

    private static final class Line {
        final int servers;
        final double service;
        final ArrayDeque<Customer> waiting = new ArrayDeque<>();
        int busy;
        double waits;

        Line(int servers, double service) {
            this.servers = servers;
            this.service = service;
        }
    }

    private static final class Customer {
        double since;
    }

    private static final class Run {
        final Simulator simulator;
        final Line[] stations;
        final double gap;
        final long customers;
        final Luck luck;
        long left;

        Run(Simulator simulator, Line[] stations, double gap, long customers, Luck luck) {
            this.simulator = simulator;
            this.stations = stations;
            this.gap = gap;
            this.customers = customers;
            this.luck = luck;
        }

        void come(Customer customer, int at) {
            if (at == stations.length) {
                if (++left == customers) {
                    simulator.stop();
                }
                return;
            }
            Line station = stations[at];
            if (station.busy < station.servers) {
                station.busy++;
                new Departure(this, customer, at).schedule(luck.exponential() * station.service);
            } else {
                customer.since = simulator.time();
                station.waiting.addLast(customer);
            }
        }
    }

    private static final class Arrival extends Event {
        private final Run run;

        Arrival(Run run) {
            super(run.simulator);
            this.run = run;
        }

        @Override
        public void actions() {
            new Arrival(run).schedule(run.luck.exponential() * run.gap);
            run.come(new Customer(), 0);
        }
    }

    private static final class Departure extends Event {
        private final Run run;
        private final Customer customer;
        private final int at;

        Departure(Run run, Customer customer, int at) {
            super(run.simulator);
            this.run = run;
            this.customer = customer;
            this.at = at;
        }

        @Override
        public void actions() {
            Line station = run.stations[at];
            if (station.waiting.isEmpty()) {
                station.busy--;
            } else {
                Customer next = station.waiting.removeFirst();
                station.waits += run.simulator.time() - next.since;
                new Departure(run, next, at).schedule(run.luck.exponential() * station.service);
            }
            run.come(customer, at + 1);
        }
    }
}
