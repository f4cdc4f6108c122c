package io.passport.common.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Starts a web server, with a listener in the place of the registration in Nacos. */
@Timeout(60)
class WarmUpIT {

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void startWhenATaskRunsThenRegistrationComesAfterIt() {
        start(Duration.ofMillis(200), server -> events.add("task"));

        assertThat(events).startsWith("task").endsWith("registration").containsOnlyOnce("registration");
    }

    @Test
    void startWhenATaskFailsThenItIsNotRepeatedAndTheServiceStarts() {
        start(Duration.ofHours(1), server -> {
            events.add("task");
            throw new IOException("refused");
        });

        assertThat(events).containsExactly("task", "registration");
    }

    @Test
    void startWhenATaskHangsThenTheServiceStarts() {
        var never = new CountDownLatch(1);

        start(Duration.ofMillis(100), server -> {
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException ignored) {
                    // as a task that cannot be interrupted
                }
            }
        });

        assertThat(events).containsExactly("registration");
    }

    @Test
    void startWhenTheDurationIsZeroThenNoTaskRuns() {
        start(Duration.ZERO, server -> events.add("task"));

        assertThat(events).containsExactly("registration");
    }

    @Test
    void runWhenTheServerListensThenItsPortIsPassed() {
        var port = new AtomicInteger();

        start(Duration.ofHours(1), server -> {
            port.set(server.getPort());
            throw new IOException("once is enough");
        });

        assertThat(port).hasPositiveValue();
    }

    private void start(Duration duration, WarmUpTask task) {
        new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
                .withPropertyValues("server.port=0")
                // before the warm-up, so that only the order of the listeners decides
                .withBean("registration", Registration.class, () -> new Registration(events))
                .withBean(WarmUp.class, () -> new WarmUp(new WarmUpProperties(duration), List.of(task)))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private record Registration(List<String> events) implements ApplicationListener<WebServerInitializedEvent> {
        @Override
        public void onApplicationEvent(WebServerInitializedEvent started) {
            events.add("registration");
        }
    }
}
