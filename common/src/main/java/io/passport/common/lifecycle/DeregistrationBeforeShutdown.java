package io.passport.common.lifecycle;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Takes this instance out of the registry and lets the callers hear of it, before the web server stops taking requests.
 * Spring Cloud alone deregisters only after the web server has stopped, which costs the requests in between.
 */
final class DeregistrationBeforeShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeregistrationBeforeShutdown.class);

    private final ServiceRegistry<Registration> registry;
    private final Registration self;
    private final Duration notice;
    private volatile boolean running;

    DeregistrationBeforeShutdown(ServiceRegistry<Registration> registry, Registration self, Duration notice) {
        this.registry = registry;
        this.self = self;
        this.notice = notice;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            registry.deregister(self);
            Thread.sleep(notice);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Could not deregister; callers will find out by themselves", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase stops first: ahead of the web server's graceful shutdown. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
