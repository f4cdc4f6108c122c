package io.passport.acceptance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.stack.Secrets.Kind;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Looks for everything that the tests told Passport, wherever Passport keeps something. The last class: it stops Passport. */
@AgainstPassport
@Order(Integer.MAX_VALUE)
@TestMethodOrder(OrderAnnotation.class)
class PrivacyIT {

    private final Passport passport;

    PrivacyIT(Passport passport) {
        this.passport = passport;
    }

    @Test
    @Order(0)
    void searchWhenSecretsStandInATextThenItFindsThem() {
        Searched text = Searched.text("Sent 123456 to 13800000000 in 1.654321 s: 真实姓名");
        assertThat(text.found(List.of("真实姓名", "real name"))).hasSize(1);
        assertThat(text.foundNumbers(Set.of("13800000000", "1380000000"))).containsExactly("13800000000");
        assertThat(text.foundNumbersAlone(Set.of("123456", "654321"))).containsExactly("123456");
    }

    @Test
    @Order(1)
    void redisWhenEverythingHasRunThenItHoldsNoSecretInClear() {
        Map<String, String> everything = passport.redis().everything();
        everything.keySet().removeIf(key -> key.startsWith("imagecode:"));
        assertThat(everything.keySet())
                .anyMatch(key -> key.startsWith("session:"))
                .anyMatch(key -> key.startsWith("smscode:"));
        Searched redis = Searched.text(everything.toString());
        assertThat(redis.found(secrets())).isEmpty();
        assertThat(redis.foundNumbersAlone(all(Kind.SMS_CODE))).isEmpty();
    }

    /** Of those too whom only somebody who guesses has named. */
    @Test
    @Order(1)
    void redisWhenSignInsFailedThenItHoldsNoMobile() {
        Visitor.of(passport)
                .logIn(passport.secrets().newMobile(), "wrong password")
                .isRefusal("4004");
        Map<String, String> failures = passport.redis().everything();
        failures.keySet().removeIf(key -> !key.startsWith("loginfail:"));
        assertThat(failures.keySet()).anyMatch(key -> key.startsWith("loginfail:{mobile:"));
        assertThat(Searched.text(failures.toString()).foundNumbers(all(Kind.MOBILE)))
                .isEmpty();
    }

    @Test
    @Order(2)
    void logsWhenEverythingHasRunThenTheyHoldNoSecretAndNoFullMobile() {
        List<Path> logs = files("logs");
        assertThat(logs)
                .extracting(log -> log.getFileName().toString())
                .contains("gateway.log", "verify-service.log", "user-service.log", "media-service.log");
        assertThat(logs)
                .filteredOn(PrivacyIT::seesCodes)
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(Searched.file(file).foundNumbersAlone(all(Kind.SMS_CODE)))
                        .isEmpty());
        assertThat(logs)
                .as("requests with mobiles are there")
                .anySatisfy(file -> assertThat(Searched.file(file).found(List.of("/smscode/***")))
                        .isNotEmpty());
        assertThat(logs).allSatisfy(file -> {
            Searched log = Searched.file(file);
            assertThat(log.found(secrets())).isEmpty();
            assertThat(log.foundNumbers(all(Kind.MOBILE))).isEmpty();
        });
    }

    @Test
    @Order(3)
    void filesWhenPassportHasStoppedThenTheyHoldNoSecretInClear() {
        Member member = Member.of(passport);
        String name = "In clear " + member.id();
        member.visitor().rename(name).isOk();
        member.visitor()
                .verify(passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
        // what it held in memory is on disk then
        passport.down();
        List<Path> files = files("data");
        assertThat(files)
                .filteredOn(file -> file.endsWith("account.ibd"))
                .singleElement()
                .satisfies(file ->
                        assertThat(Searched.file(file).found(List.of(name))).isNotEmpty());
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(Searched.file(file).found(secrets())).isEmpty());
        assertThat(files).filteredOn(PrivacyIT::isOfTheAccounts).allSatisfy(file -> {
            Searched table = Searched.file(file);
            assertThat(table.foundNumbers(all(Kind.MOBILE))).isEmpty();
            assertThat(table.foundNumbersAlone(all(Kind.SMS_CODE))).isEmpty();
        });
    }

    private static boolean seesCodes(Path log) {
        return log.getFileName().toString().matches("(gateway|verify-service|user-service|media-service|emulators).*");
    }

    /** In the servers' own files numbers stand for other reasons. */
    private static boolean isOfTheAccounts(Path file) {
        return file.getParent().endsWith("passport")
                || file.getFileName().toString().startsWith("ib");
    }

    private List<String> secrets() {
        return Stream.of(Kind.PASSWORD, Kind.TOKEN, Kind.REAL_NAME, Kind.ID_CARD)
                .flatMap(kind -> all(kind).stream())
                .toList();
    }

    private Set<String> all(Kind kind) {
        Set<String> all = passport.secrets().all(kind);
        assertThat(all).as("secrets of the kind %s", kind).isNotEmpty();
        return all;
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(passport.home().resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
