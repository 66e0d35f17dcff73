package dev.windtunnel.simulator.verification;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.Problem;
import dev.windtunnel.model.yaml.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All cases of a folder, run in parallel and told in the order of their files. */
public final class Verification {

    private final List<Task> tasks;

    private Verification(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    /** A case that waits to be run. */
    private record Task(String id, Function<Settings, CaseOutcome> run) {}

    /**
     * How to run.
     *
     * @param seed of all cases
     * @param effort share of the run length that each case's tolerances were set for; above 0
     * @param threads at least 1
     */
    public record Settings(long seed, double effort, int threads) {

        /** @throws IllegalArgumentException unless effort and threads are positive */
        public Settings {
            if (!(effort > 0) || threads < 1) {
                throw new IllegalArgumentException(
                        "effort and threads are positive, found effort " + effort + " and threads " + threads);
            }
        }
    }

    /**
     * Reads the cases below a folder. A case that is not JSON or states something impossible fails, and its line says where;
     * the others run all the same.
     *
     * @param folder null for those shipped with the program
     * @throws InputRejected if there is no case, or none that can be read; then with every problem of every file
     */
    public static Verification read(@Nullable Path folder) {
        List<CaseFiles.Found> files = folder == null ? CaseFiles.shipped() : CaseFiles.below(folder);
        List<Task> tasks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int broken = 0;
        for (CaseFiles.Found file : files) {
            try {
                switch (file) {
                    case CaseFiles.Parsed one -> tasks.addAll(tasks(one.value()));
                    case CaseFiles.Broken one -> throw one.why();
                }
            } catch (InputRejected rejected) {
                problems.addAll(rejected.problems());
                tasks.add(broken(name(file), rejected));
                broken++;
            }
        }
        if (broken == tasks.size() && broken > 0) {
            throw new InputRejected(problems);
        }
        return new Verification(tasks);
    }

    private static List<Task> tasks(JsonValue file) {
        if (file.has("cases")) {
            String family = file.get("family").text();
            return file.get("cases").elements().stream()
                    .map(one -> skipped(family + "/" + one.get("id").text(), family))
                    .toList();
        }
        if (file.has("resources")) {
            return List.of(skipped(file.get("id").text(), "bill"));
        }
        TheoryCase theory = TheoryCase.read(file);
        try {
            // What is wrong with a case is told before any is run.
            Families.model(theory);
        } catch (NotUnderstood what) {
            return List.of(new Task(theory.id(), _ -> CaseOutcome.skipped(theory.id(), theory.family(), what.what())));
        }
        return List.of(new Task(theory.id(), settings -> Judge.judge(theory, settings.seed(), settings.effort())));
    }

    private static String name(CaseFiles.Found file) {
        return switch (file) {
            case CaseFiles.Parsed one ->
                one.value().isObject()
                        ? one.value()
                                .find("id")
                                .filter(JsonValue::isText)
                                .map(JsonValue::text)
                                .orElse("case without an id")
                        : "no case";
            case CaseFiles.Broken one -> one.name();
        };
    }

    private static Task broken(String id, InputRejected rejected) {
        Problem first = rejected.problems().getFirst();
        String note = first.position() + ": " + first.message();
        return new Task(id, _ -> failed(id, note));
    }

    private static Task skipped(String id, String family) {
        return new Task(id, _ -> CaseOutcome.skipped(id, family, "family " + family));
    }

    /** A case that breaks the engine fails; the others run all the same. */
    private static CaseOutcome outcome(Task task, Settings settings) {
        try {
            return task.run().apply(settings);
        } catch (RuntimeException | OutOfMemoryError broke) {
            return failed(task.id(), "the engine broke: " + broke);
        }
    }

    private static CaseOutcome failed(String id, String note) {
        return new CaseOutcome(id, "", Verdict.FAILED, List.of(), List.of(), note);
    }

    /** How many cases there are. */
    public int size() {
        return tasks.size();
    }

    /**
     * Runs all cases.
     *
     * @param told hears of each outcome, in order, as soon as it and all before it are known
     * @param stopped whether to begin no further case
     * @return all outcomes, in order; fewer if stopped
     */
    public List<CaseOutcome> run(Settings settings, Consumer<CaseOutcome> told, BooleanSupplier stopped) {
        List<CaseOutcome> outcomes = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(settings.threads())) {
            List<Future<CaseOutcome>> futures = new ArrayList<>();
            for (Task task : tasks) {
                futures.add(workers.submit(() -> {
                    if (stopped.getAsBoolean()) {
                        throw new CancellationException("stopped before " + task.id());
                    }
                    return outcome(task, settings);
                }));
            }
            for (Future<CaseOutcome> future : futures) {
                CaseOutcome outcome = future.get();
                outcomes.add(outcome);
                told.accept(outcome);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof CancellationException)) {
                throw new IllegalStateException(
                        "case " + tasks.get(outcomes.size()).id() + " broke", failed.getCause());
            }
        }
        return outcomes;
    }
}
