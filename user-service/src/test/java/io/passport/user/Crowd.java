package io.passport.user;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Forty who do the same at once. */
public final class Crowd {

    public static final int SIZE = 40;

    private Crowd() {}

    /** What became of each. */
    public static <T> List<T> atOnce(IntFunction<T> act) throws InterruptedException {
        CountDownLatch allAreHere = new CountDownLatch(SIZE);
        try (ExecutorService threads = Executors.newFixedThreadPool(SIZE)) {
            List<Callable<T>> acts = IntStream.range(0, SIZE)
                    .<Callable<T>>mapToObj(i -> () -> {
                        allAreHere.countDown();
                        allAreHere.await();
                        return act.apply(i);
                    })
                    .toList();
            return threads.invokeAll(acts).stream().map(Future::resultNow).toList();
        }
    }
}
