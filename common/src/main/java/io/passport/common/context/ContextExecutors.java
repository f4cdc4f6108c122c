package io.passport.common.context;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.passport.common.api.RequestId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Executors whose tasks run with the context of the thread that submits them. */
public final class ContextExecutors {

    private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder()
            .contextRegistry(ContextRegistry.getInstance()
                    .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(RequestId.LOG_FIELD)))
            .build();

    private ContextExecutors() {}

    /**
     * An executor that starts a virtual thread for each task. Log lines of a task have the request id of the thread that
     * submitted it. The caller closes the executor.
     */
    public static ExecutorService virtualThreads() {
        return withContext(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** The same executor, with the submitting thread's context in each task. */
    public static ExecutorService withContext(ExecutorService threads) {
        return ContextExecutorService.wrap(threads, SNAPSHOTS);
    }
}
