package dev.windtunnel.benchmarks;

import java.util.LinkedList;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Sim;
import umontreal.ssj.stat.Tally;

/**
 * A queue as SSJ's tutorial writes it (its QueueEv): the static simulator with its default list, a splay tree; streams of
 * MRG32k3a; linked lists; a tally of every wait.
 */
@SuppressWarnings("JdkObsolete") // the tutorial's own choice of list is what is measured
final class SsjTutorial implements QueueEngine {

    private final Tally waits = new Tally("waiting times");
    private final LinkedList<Customer> waiting = new LinkedList<>();
    private int busy;
    private long left;

    @Override
    public Measured run(Network network, long customers, long seed) {
        Network.Station station = network.stations().getFirst();
        MRG32k3a arrivals = new MRG32k3a();
        MRG32k3a services = new MRG32k3a();
        arrivals.setSeed(new long[] {seed + 1000, 12345, 12345, 12345, 12345, 12345});
        services.setSeed(new long[] {seed + 2000, 54321, 12345, 12345, 12345, 12345});
        RandomVariateGen gaps = new ExponentialGen(arrivals, network.arrivalsPerSecond());
        RandomVariateGen times = new ExponentialGen(services, 1 / station.meanServiceSeconds());
        Sim.init();
        waits.init();
        waiting.clear();
        busy = 0;
        left = 0;
        new Arrival(station.servers(), customers, gaps, times).schedule(gaps.nextDouble());
        Sim.start();
        return new Measured(left, 2 * left, waits.average());
    }

    private static final class Customer {
        double arrivalTime;
        double serviceTime;
    }

    private final class Arrival extends Event {
        private final int servers;
        private final long customers;
        private final RandomVariateGen gaps;
        private final RandomVariateGen times;

        Arrival(int servers, long customers, RandomVariateGen gaps, RandomVariateGen times) {
            this.servers = servers;
            this.customers = customers;
            this.gaps = gaps;
            this.times = times;
        }

        @Override
        public void actions() {
            new Arrival(servers, customers, gaps, times).schedule(gaps.nextDouble());
            Customer customer = new Customer();
            customer.arrivalTime = Sim.time();
            customer.serviceTime = times.nextDouble();
            if (busy == servers) {
                waiting.addLast(customer);
            } else {
                busy++;
                waits.add(0.0);
                new Departure(customers).schedule(customer.serviceTime);
            }
        }
    }

    private final class Departure extends Event {
        private final long customers;

        Departure(long customers) {
            this.customers = customers;
        }

        @Override
        public void actions() {
            if (++left == customers) {
                Sim.stop();
            }
            if (waiting.isEmpty()) {
                busy--;
                return;
            }
            Customer next = waiting.removeFirst();
            waits.add(Sim.time() - next.arrivalTime);
            new Departure(customers).schedule(next.serviceTime);
        }
    }
}
