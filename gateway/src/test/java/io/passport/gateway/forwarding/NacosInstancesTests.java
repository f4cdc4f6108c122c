package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.EventListener;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.passport.gateway.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.netty.http.client.HttpClient;

class NacosInstancesTests {

    private static final String GROUP = "DEFAULT_GROUP";

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(NacosInstances.class.getName());

    private final NamingService naming = mock();
    private final AtomicReference<@Nullable EventListener> listener = new AtomicReference<>();
    private final Upstream upstream = new Upstream(
            new UpstreamSettings("a-service", Duration.ofSeconds(1), Duration.ofSeconds(1), false),
            CircuitBreaker.ofDefaults("a-service"),
            HttpClient.create(),
            mock());
    private final NacosInstances nacos = new NacosInstances(manager(), properties(), List.of(upstream));

    @BeforeEach
    void isAvailable() throws NacosException {
        when(naming.getServerStatus()).thenReturn("UP");
        doAnswer(call -> {
                    listener.set(call.getArgument(2));
                    return null;
                })
                .when(naming)
                .subscribe(eq("a-service"), eq(GROUP), any(EventListener.class));
    }

    @AfterEach
    void stop() {
        nacos.stop();
    }

    @Test
    void startWhenNacosHasInstancesThenTheyAreUsed() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP)).thenReturn(List.of(instance(1)));
        nacos.start();
        await().untilAsserted(() -> assertThat(ports()).containsExactly(1));
    }

    @Test
    void startWhenServiceHasNoInstanceThenItsListIsKnown() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP)).thenReturn(List.of());
        nacos.start();
        await().until(() -> upstream.instances().areKnown());
        assertThat(upstream.instances().next()).isNull();
    }

    @Test
    void startWhenNacosIsUnavailableThenTriesAgainAndWarnsOnce() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP))
                .thenThrow(new NacosException(500, "away"))
                .thenThrow(new NacosException(500, "away"))
                .thenReturn(List.of(instance(1)));
        nacos.start();
        await().untilAsserted(() -> assertThat(ports()).containsExactly(1));
        assertThat(log.lines()).singleElement().asString().startsWith("WARN Nacos is unavailable");
    }

    @Test
    void pushWhenListHasChangedThenNewListIsUsed() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP)).thenReturn(List.of(instance(1)));
        nacos.start();
        await().until(() -> upstream.instances().areKnown());
        push(instance(2), instance(3));
        assertThat(ports()).containsExactlyInAnyOrder(2, 3);
        push();
        assertThat(upstream.instances().next()).isNull();
    }

    @Test
    void pushWhenInstanceMayNotBeUsedThenItIsLeftOut() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP)).thenReturn(List.of());
        nacos.start();
        await().until(() -> upstream.instances().areKnown());
        Instance unhealthy = instance(2);
        unhealthy.setHealthy(false);
        Instance disabled = instance(3);
        disabled.setEnabled(false);
        Instance weightless = instance(4);
        weightless.setWeight(0);
        push(instance(1), unhealthy, disabled, weightless);
        assertThat(ports()).containsExactly(1);
    }

    @Test
    void connectionWhenItIsLostThenLastListStaysAndIsWarnedOf() throws NacosException {
        when(naming.getAllInstances("a-service", GROUP)).thenReturn(List.of(instance(1)));
        when(naming.getServerStatus()).thenReturn("DOWN");
        nacos.start();
        await().until(() -> !log.lines().isEmpty());
        assertThat(log.lines()).singleElement().asString().startsWith("WARN Nacos is unavailable");
        assertThat(ports()).containsExactly(1);
    }

    private void push(Instance... instances) {
        EventListener subscriber = listener.get();
        assertThat(subscriber).isNotNull();
        subscriber.onEvent(new NamingEvent("a-service", List.of(instances)));
    }

    private Set<Integer> ports() {
        return Stream.generate(() -> upstream.instances().next())
                .limit(4)
                .map(instance -> instance == null ? 0 : instance.address().getPort())
                .collect(Collectors.toSet());
    }

    private static Instance instance(int port) {
        Instance instance = new Instance();
        instance.setIp("192.0.2.1");
        instance.setPort(port);
        return instance;
    }

    private NacosServiceManager manager() {
        NacosServiceManager manager = mock();
        when(manager.getNamingService()).thenReturn(naming);
        return manager;
    }

    private static NacosDiscoveryProperties properties() {
        NacosDiscoveryProperties properties = new NacosDiscoveryProperties();
        properties.setGroup(GROUP);
        return properties;
    }
}
