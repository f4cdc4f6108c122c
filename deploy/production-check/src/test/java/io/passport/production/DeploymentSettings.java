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
 * The settings that a deployment gives to a service.
 *
 * @param secrets names of the settings that come as files
 * @param variables its environment variables
 * @param gracePeriod the time between SIGTERM and SIGKILL
 */
record DeploymentSettings(Set<String> secrets, Map<String, String> variables, Duration gracePeriod) {

    /** Settings of a developer's machine. Production uses their defaults. */
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

    /** What is wrong for that service: missing and needless secrets, missing settings, a grace period that is too short. */
    List<String> findings(ServiceConfiguration service) {
        List<String> findings = new ArrayList<>();
        Set<String> missing = new TreeSet<>(service.secrets());
        missing.removeAll(secrets);
        missing.forEach(secret -> findings.add(service.service() + " lacks the secret " + secret));
        Set<String> needless = new TreeSet<>(secrets);
        needless.removeAll(service.secrets());
        needless.forEach(secret -> findings.add(service.service() + " does not need the secret " + secret));
        StandardEnvironment settings = service.withVariables(variables);
        service.settingsWithoutProductionValue().stream()
                .filter(setting -> !settings.containsProperty(setting))
                .filter(setting -> FOR_DEVELOPERS.stream().noneMatch(setting::startsWith))
                .forEach(setting -> findings.add(service.service() + " lacks the setting " + setting));
        if (gracePeriod.compareTo(shutdownTime(settings)) <= 0) {
            findings.add(
                    service.service() + " is killed after " + gracePeriod + " but may take " + shutdownTime(settings));
        }
        return findings;
    }

    /** The longest time in which a service stops: it leaves Nacos, then finishes the running requests. */
    private static Duration shutdownTime(StandardEnvironment settings) {
        long nacos =
                settings.getProperty("spring.cloud.nacos.discovery.graceful-shutdown-wait-time", Long.class, 10_000L);
        return Duration.ofMillis(nacos).plus(duration(settings, "spring.lifecycle.timeout-per-shutdown-phase", "30s"));
    }

    private static Duration duration(StandardEnvironment settings, String name, String otherwise) {
        return DurationStyle.detectAndParse(settings.getProperty(name, otherwise));
    }
}
