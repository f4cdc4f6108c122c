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

/** Forty callers at once. */
public final class Crowd {

    /** How many there are. */
    public static final int SIZE = 40;

    private Crowd() {}

    /** As many new things as there are callers. */
    public static <T> List<T> each(Supplier<T> source) {
        return Stream.generate(source).limit(SIZE).toList();
    }

    /** Has each do something at the same moment, and gives what came of it in the same order. */
    public static <C, R> List<R> atOnce(List<C> callers, Function<C, R> act) {
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
            return results.stream().map(Crowd::resultOf).toList();
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
