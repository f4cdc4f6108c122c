package io.passport.local.stack;

import io.passport.local.jvm.NacosPart;
import io.passport.local.jvm.ServicePart;
import io.passport.local.part.StartupException;
import io.passport.local.part.HttpProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Whether a request can reach every service: parts can be ready one by one and the gateway not know of them yet. */
record RoutingProbe(NacosPart nacos, List<ServicePart> services) {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(250);

    static RoutingProbe of(Plan plan) {
        return new RoutingProbe(plan.first(NacosPart.class), plan.all(ServicePart.class).toList());
    }

    ServicePart gateway() {
        return services.getFirst();
    }

    /** Waits until Nacos lists every instance and the gateway reaches every service. */
    void await() throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        for (var service : services) {
            while (!isListed(service) || !isReached(service)) {
                if (System.nanoTime() > deadline) {
                    throw new StartupException("The gateway does not reach " + service.name() + ": see logs/gateway.log");
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

    /** Whatever the service answers: only a 5xx means that there was nobody to answer. */
    private boolean isReached(ServicePart service) throws InterruptedException {
        try {
            return new HttpProbe(gateway().port(), service.module().route()).status() < 500;
        } catch (IOException notYet) {
            return false;
        }
    }
}
