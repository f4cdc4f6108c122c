package io.passport.acceptance.visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Forty callers that act at the same time. */
public final class ConcurrentCallers {

    /** The number of callers. */
    public static final int SIZE = 40;

    private ConcurrentCallers() {}

    /** One new object for each caller. */
    public static <T> List<T> each(Supplier<T> source) {
        return Stream.generate(source).limit(SIZE).toList();
    }

    /** Runs an action for each caller at the same time; returns the results in the order of the callers. */
    public static <C, R> List<R> runAll(List<C> callers, Function<C, R> act) {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results = new ArrayList<>();
            for (C caller : callers) {
                results.add(threads.submit(() -> {
                    start.await();
                    return act.apply(caller);
                }));
            }
            start.countDown();
            return results.stream().map(ConcurrentCallers::resultOf).toList();
        }
    }

    /** Runs an action for each caller on this many threads; returns the results in the order of the callers. */
    public static <C, R> List<R> runAll(List<C> callers, int threadCount, Function<C, R> act) {
        try (var threads = Executors.newFixedThreadPool(threadCount)) {
            List<Future<R>> results = callers.stream()
                    .map(caller -> threads.submit(() -> act.apply(caller)))
                    .toList();
            return results.stream().map(ConcurrentCallers::resultOf).toList();
        }
    }

    private static <R> R resultOf(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of many callers failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
