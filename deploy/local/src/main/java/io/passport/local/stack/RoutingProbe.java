package io.passport.local.stack;

import io.passport.local.jvm.NacosPart;
import io.passport.local.jvm.ServicePart;
import io.passport.local.part.HttpProbe;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Checks that requests reach every service. A service can be ready before the gateway knows it. */
record RoutingProbe(NacosPart nacos, List<ServicePart> services) {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(250);

    static RoutingProbe of(Plan plan) {
        return new RoutingProbe(
                plan.first(NacosPart.class), plan.all(ServicePart.class).toList());
    }

    ServicePart gateway() {
        return services.getFirst();
    }

    /**
     * Waits up to 40 s until Nacos lists every instance and the gateway reaches every service.
     *
     * @throws StartupException if that takes longer
     */
    void await() throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        for (var service : services) {
            while (!isListed(service) || !isReached(service)) {
                if (System.nanoTime() > deadline) {
                    throw new StartupException(
                            "The gateway does not reach " + service.name() + ": see logs/gateway.log");
                }
                Thread.sleep(POLL);
            }
        }
    }

    private boolean isListed(ServicePart service) throws InterruptedException {
        try {
            return nacos.lists(service.module().folder(), service.port());
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A 5xx means that the gateway has no instance; any other status comes from the service. */
    private boolean isReached(ServicePart service) throws InterruptedException {
        try {
            return new HttpProbe(gateway().port(), service.module().route()).status() < 500;
        } catch (IOException notYet) {
            return false;
        }
    }
}
