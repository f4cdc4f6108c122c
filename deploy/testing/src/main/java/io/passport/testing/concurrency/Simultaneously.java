package io.passport.testing.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes several calls at the same time, each in a virtual thread. Waits for all calls, also after one failed, and without a time
 * limit.
 */
public final class Simultaneously {
    private Simultaneously() {}

    /**
     * Calls with the numbers from 0 to {@code count - 1}.
     *
     * @return the results, in that order
     * @throws AssertionError if a call throws; its cause is the call's exception
     * @throws IllegalStateException if this thread is interrupted
     */
    public static <R extends @Nullable Object> List<R> call(int count, IntFunction<R> call) {
        return call(IntStream.range(0, count).boxed().toList(), call::apply);
    }

    /**
     * Calls once with each argument.
     *
     * @return the results, in the order of the arguments
     * @throws AssertionError if a call throws; its cause is the call's exception
     * @throws IllegalStateException if this thread is interrupted
     */
    public static <A, R extends @Nullable Object> List<R> call(List<A> arguments, Function<A, R> call) {
        CountDownLatch ready = new CountDownLatch(arguments.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results = new ArrayList<>();
            for (A argument : arguments) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.apply(argument);
                }));
            }
            List<R> all = new ArrayList<>();
            for (Future<R> result : results) {
                all.add(resultOf(result));
            }
            return all;
        }
    }

    private static <R extends @Nullable Object> R resultOf(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of several simultaneous calls failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
