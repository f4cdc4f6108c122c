package io.passport.gateway.forwarding;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.Event;
import com.alibaba.nacos.api.naming.listener.EventListener;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Subscribes to the instances of each service in Nacos, which pushes every change. While Nacos is unavailable the last lists stay
 * in use, and one WARN a minute is logged; a service without a first list has no instance until Nacos returns.
 */
final class NacosInstances implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NacosInstances.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
    private static final String AVAILABLE = "UP";

    private final NacosServiceManager nacos;
    private final String group;
    private final List<Subscription> subscriptions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("nacos-instances").factory());
    private long lastWarning = System.nanoTime() - BETWEEN_WARNINGS.toNanos();
    private volatile boolean running;

    NacosInstances(NacosServiceManager nacos, NacosDiscoveryProperties properties, Collection<Upstream> upstreams) {
        this.nacos = nacos;
        this.group = properties.getGroup();
        this.subscriptions = upstreams.stream().map(Subscription::new).toList();
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::check, 0, BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void check() {
        try {
            NamingService naming = nacos.getNamingService();
            for (Subscription subscription : subscriptions) {
                subscription.ensure(naming, group);
            }
            if (!AVAILABLE.equals(naming.getServerStatus())) {
                warn("no connection");
            }
        } catch (NacosException | RuntimeException failure) {
            warn(failure.toString());
        }
    }

    private void warn(String reason) {
        if (System.nanoTime() - lastWarning >= BETWEEN_WARNINGS.toNanos()) {
            lastWarning = System.nanoTime();
            LOG.warn("Nacos is unavailable, changes of instances are not seen: {}", reason);
        }
    }

    /** Of one service. Nacos calls {@link #onEvent} from a thread of its own. */
    private static final class Subscription implements EventListener {

        private final Upstream upstream;
        private boolean subscribed;

        private Subscription(Upstream upstream) {
            this.upstream = upstream;
        }

        /** A service without instances causes no event, so the first list is read. */
        private void ensure(NamingService naming, String group) throws NacosException {
            if (subscribed) {
                return;
            }
            naming.subscribe(upstream.service(), group, this);
            useFirst(naming.getAllInstances(upstream.service(), group));
            subscribed = true;
        }

        /** An event that came meanwhile has a newer list. */
        private synchronized void useFirst(List<Instance> instances) {
            if (!upstream.instances().areKnown()) {
                use(instances);
            }
        }

        @Override
        public void onEvent(Event event) {
            if (event instanceof NamingEvent change) {
                use(change.getInstances());
            }
        }

        private synchronized void use(List<Instance> instances) {
            upstream.setInstances(instances.stream()
                    .filter(instance -> instance.isHealthy() && instance.isEnabled() && instance.getWeight() > 0)
                    .map(instance -> new InetSocketAddress(instance.getIp(), instance.getPort()))
                    .toList());
        }
    }
}
