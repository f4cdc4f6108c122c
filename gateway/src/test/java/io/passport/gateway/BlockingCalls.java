package io.passport.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * The calls of the gateway's code that BlockHound saw blocking an event loop of Netty or Lettuce, or another thread of
 * Reactor that must not block. They are recorded and go on.
 */
public final class BlockingCalls {

    private static final Queue<BlockingOperationError> RECORDED = new ConcurrentLinkedQueue<>();

    private BlockingCalls() {}

    /** Installs BlockHound in this JVM. */
    static void record() {
        BlockHound.Builder builder = BlockHound.builder();
        integrations().forEach(builder::with);
        builder.nonBlockingThreadPredicate(current -> current.or(BlockingCalls::isLettuceEventLoop))
                // reads /dev/urandom, which does not wait
                .allowBlockingCallsInside(UUID.class.getName(), "randomUUID")
                // wait while another event loop increments a counter
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters")
                .allowBlockingCallsInside("io.github.resilience4j.core.metrics.SlidingTimeWindowMetrics", "record")
                .blockingMethodCallback(BlockingCalls::add)
                .install();
    }

    /** All that are on the class path, except one that Nacos' client names and does not contain. */
    private static List<BlockHoundIntegration> integrations() {
        List<BlockHoundIntegration> found = new ArrayList<>();
        Iterator<BlockHoundIntegration> services =
                ServiceLoader.load(BlockHoundIntegration.class).iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    Collections.sort(found);
                    return found;
                }
                found.add(services.next());
            } catch (ServiceConfigurationError missing) {
                if (!String.valueOf(missing.getMessage()).contains("nacos")) {
                    throw missing;
                }
            }
        }
    }

    private static boolean isLettuceEventLoop(Thread thread) {
        return thread.getName().startsWith("lettuce-epoll") || thread.getName().startsWith("lettuce-nio");
    }

    private static void add(BlockingMethod method) {
        BlockingOperationError call = new BlockingOperationError(method);
        if (contains(
                        call,
                        "io.passport.gateway.edge",
                        "io.passport.gateway.redis",
                        "io.passport.gateway.session",
                        "io.passport.gateway.forwarding")
                // classes, and the jar of static pages, are opened on first use
                && !contains(call, "jdk.internal.loader", "org.springframework.web.reactive.resource")) {
            RECORDED.add(call);
        }
    }

    private static boolean contains(BlockingOperationError call, String... packages) {
        return Arrays.stream(call.getStackTrace())
                .anyMatch(frame -> Arrays.stream(packages)
                        .anyMatch(name -> frame.getClassName().startsWith(name)));
    }

    /** Those that were recorded since the last call of this method. */
    public static List<BlockingOperationError> removeAll() {
        List<BlockingOperationError> calls = new ArrayList<>();
        for (BlockingOperationError call = RECORDED.poll(); call != null; call = RECORDED.poll()) {
            calls.add(call);
        }
        return calls;
    }
}
