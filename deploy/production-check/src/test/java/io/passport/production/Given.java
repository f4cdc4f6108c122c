package io.passport.production;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/**
 * What a deployment gives to a service.
 *
 * @param secrets the settings that come as files
 * @param variables its environment
 * @param patience between SIGTERM and SIGKILL
 */
record Given(Set<String> secrets, Map<String, String> variables, Duration patience) {

    /** Settings of a developer's machine that production leaves as they are by default. */
    private static final List<String> FOR_DEVELOPERS = List.of(
            "server.address",
            "management.server.address",
            "spring.cloud.nacos.discovery.ip",
            "spring.web.resources.",
            "springdoc.",
            "passport.edge.rate-limit.loopback-exempt",
            "passport.pages.",
            "passport.sessions.cookie.secure",
            "passport.id-check.url",
            "passport.yuntongxun.base-url");

    /** What of it is wrong for that service. */
    List<String> faults(ServiceConfiguration service) {
        List<String> faults = new ArrayList<>();
        Set<String> missing = new TreeSet<>(service.secrets());
        missing.removeAll(secrets);
        missing.forEach(secret -> faults.add(service.service() + " lacks the secret " + secret));
        Set<String> needless = new TreeSet<>(secrets);
        needless.removeAll(service.secrets());
        needless.forEach(secret -> faults.add(service.service() + " does not need the secret " + secret));
        StandardEnvironment settings = service.under(variables);
        service.leftOpen().stream()
                .filter(setting -> !settings.containsProperty(setting))
                .filter(setting -> FOR_DEVELOPERS.stream().noneMatch(setting::startsWith))
                .forEach(setting -> faults.add(service.service() + " lacks the setting " + setting));
        if (patience.compareTo(farewell(settings)) <= 0) {
            faults.add(service.service() + " is killed after " + patience + " but may take " + farewell(settings));
        }
        return faults;
    }

    /** The longest that a service takes to end: notice to the callers, then the requests that run. */
    private static Duration farewell(StandardEnvironment settings) {
        long nacos =
                settings.getProperty("spring.cloud.nacos.discovery.graceful-shutdown-wait-time", Long.class, 10_000L);
        return Duration.ofMillis(nacos).plus(duration(settings, "spring.lifecycle.timeout-per-shutdown-phase", "30s"));
    }

    private static Duration duration(StandardEnvironment settings, String name, String otherwise) {
        return DurationStyle.detectAndParse(settings.getProperty(name, otherwise));
    }
}
