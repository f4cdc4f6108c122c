package io.passport.production;

import static io.passport.production.Mutation.remove;
import static io.passport.production.Mutation.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the compose file, and checks that each rule reports a wrong value. */
class ComposeFileTests {

    @Test
    void checkWhenTheFileIsUnchangedThenNothingIsFound() {
        assertThat(findings(ComposeFile.committed())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void checkWhenOneValueIsWrongThenItIsFound(Mutation mutation, String finding) {
        var mutated = new ComposeFile(mutation.of(ComposeFile.committed().root()));

        assertThat(findings(mutated)).contains(finding);
    }

    static Stream<Arguments> checkWhenOneValueIsWrongThenItIsFound() {
        return Stream.of(
                arguments(set("/services/redis/user", "0:0"), "redis runs as root"),
                arguments(remove("/services/gateway/user"), "gateway runs as root"),
                arguments(set("/services/user-service/user", "passport"), "user-service runs as root"),
                arguments(set("/services/mysql/image", "mysql:latest"), "mysql has no exact image version"),
                arguments(set("/services/redis/image", "redis"), "redis has no exact image version"),
                arguments(remove("/services/gateway/read_only"), "gateway can write to its image"),
                arguments(remove("/services/mysql/cap_drop"), "mysql keeps capabilities"),
                arguments(remove("/services/nacos/security_opt"), "nacos can gain privileges"),
                arguments(set("/services/nacos/privileged", true), "nacos is privileged"),
                arguments(remove("/services/redis/deploy/resources/limits/memory"), "redis may take all memory"),
                arguments(remove("/services/gateway/deploy/resources/limits/cpus"), "gateway may take all cores"),
                arguments(remove("/services/gateway/restart"), "gateway is not restarted after a failure"),
                arguments(remove("/services/mysql/healthcheck"), "mysql has no health check"),
                arguments(
                        set("/services/gateway/depends_on/redis/condition", "service_started"),
                        "gateway does not wait until redis works"),
                arguments(
                        set("/services/gateway/environment/MANAGEMENT_SERVER_PORT", "8080"),
                        "gateway is asked for its health on port 8080"),
                arguments(set("/services/redis/ports", List.of("6379:6379")), "redis publishes 6379:6379"),
                arguments(set("/services/gateway/ports/0", "8080:8080"), "gateway publishes 8080:8080"),
                arguments(set("/services/gateway/ports/-", "18080:18080"), "gateway publishes 18080:18080"),
                arguments(remove("/services/nacos/networks"), "nacos is in the default network"),
                arguments(set("/services/user-service/networks/-", "edge"), "user-service is in the network edge"),
                arguments(set("/services/gateway/networks/-", "database"), "gateway is in the network database"),
                arguments(remove("/networks/redis/internal"), "redis is in the network redis"),
                arguments(
                        set("/services/mysql/environment/MYSQL_ROOT_PASSWORD", "root"),
                        "mysql has a secret written in MYSQL_ROOT_PASSWORD"),
                arguments(
                        set("/services/nacos/environment/NACOS_AUTH_TOKEN", "c2VjcmV0"),
                        "nacos has a secret written in NACOS_AUTH_TOKEN"),
                arguments(
                        set("/services/user-service/environment/X", "local-only-passport-database"),
                        "user-service has a secret written in X"),
                arguments(
                        set("/secrets/nacos.token-key", Map.of("environment", "TOKEN")),
                        "the secret nacos.token-key is no file of that name"),
                arguments(remove("/secrets/nacos.token-key"), "there is no secret nacos.token-key"),
                arguments(set("/secrets/forgotten", Map.of("file", "secrets/forgotten")), "unused secret: forgotten"),
                arguments(
                        set("/services/user-service/secrets", List.of("spring.datasource.password")),
                        "user-service lacks the secret passport.personal-data.index-key"),
                arguments(
                        set("/services/gateway/secrets/-", "spring.datasource.password"),
                        "gateway does not need the secret spring.datasource.password"),
                arguments(
                        remove("/services/verify-service/environment/PASSPORT_YUNTONGXUN_TEMPLATEID"),
                        "verify-service lacks the setting passport.yuntongxun.template-id"),
                arguments(
                        remove("/services/gateway/environment/PASSPORT_EDGE_TRUSTEDPROXIES"),
                        "gateway lacks the setting passport.edge.trusted-proxies"),
                arguments(
                        remove("/services/gateway/environment/SPRING_CLOUD_NACOS_DISCOVERY_USERNAME"),
                        "gateway lacks the setting spring.cloud.nacos.discovery.username"),
                arguments(
                        remove("/services/media-service/environment/PASSPORT_QINIU_BUCKET"),
                        "media-service lacks the setting passport.qiniu.bucket"),
                arguments(
                        set("/services/gateway/stop_grace_period", "15s"),
                        "gateway is killed after PT15S but may take PT20S"));
    }

    private static List<String> findings(ComposeFile compose) {
        Stream<String> settings = Sources.services().stream()
                .flatMap(service -> compose.settingsOf(service).findings(ServiceConfiguration.of(service)).stream());
        return Stream.of(
                        ComposeHardening.findings(compose),
                        ComposeHealth.findings(compose),
                        ComposeNetworks.findings(compose),
                        ComposeSecrets.findings(compose),
                        settings)
                .flatMap(findings -> findings)
                .toList();
    }
}
