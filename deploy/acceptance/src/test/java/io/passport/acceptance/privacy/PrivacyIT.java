package io.passport.acceptance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.TestSecrets.Kind;
import io.passport.acceptance.visitor.RegisteredUser;
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

/** Searches Redis, logs and files for all secrets of the tests. It is the last class, since it stops Passport. */
@DisruptivePassportTest
@Order(Integer.MAX_VALUE)
@TestMethodOrder(OrderAnnotation.class)
class PrivacyIT {

    private final LaunchedPassport passport;

    PrivacyIT(LaunchedPassport passport) {
        this.passport = passport;
    }

    @Test
    @Order(0)
    void searchWhenATextContainsSecretsThenTheyAreFound() {
        SearchedText text = SearchedText.text("Sent 123456 to 13800000000 in 1.654321 s: 真实姓名");
        assertThat(text.found(List.of("真实姓名", "real name"))).hasSize(1);
        assertThat(text.foundNumbers(Set.of("13800000000", "1380000000"))).containsExactly("13800000000");
        assertThat(text.foundNumbersAlone(Set.of("123456", "654321"))).containsExactly("123456");
    }

    @Test
    @Order(1)
    void redisWhenAllTestsHaveRunThenItHasNoPlainSecret() {
        Map<String, String> everything = passport.redis().everything();
        everything.keySet().removeIf(key -> key.startsWith("imagecode:"));
        assertThat(everything.keySet())
                .anyMatch(key -> key.startsWith("session:"))
                .anyMatch(key -> key.startsWith("smscode:"));
        SearchedText redis = SearchedText.text(everything.toString());
        assertThat(redis.found(secrets())).isEmpty();
        assertThat(redis.foundNumbersAlone(all(Kind.SMS_CODE))).isEmpty();
    }

    /** Also the numbers of failed sign-ins are hidden. */
    @Test
    @Order(1)
    void redisWhenSignInsFailedThenItHasNoMobile() {
        Visitor.of(passport)
                .signIn(passport.secrets().newMobile(), "wrong password")
                .isError("4004");
        Map<String, String> failures = passport.redis().everything();
        failures.keySet().removeIf(key -> !key.startsWith("loginfail:"));
        assertThat(failures.keySet()).anyMatch(key -> key.startsWith("loginfail:{mobile:"));
        assertThat(SearchedText.text(failures.toString()).foundNumbers(all(Kind.MOBILE)))
                .isEmpty();
    }

    @Test
    @Order(2)
    void logsWhenAllTestsHaveRunThenTheyHaveNoSecretAndNoFullMobile() {
        List<Path> logs = files("logs");
        assertThat(logs)
                .extracting(log -> log.getFileName().toString())
                .contains("gateway.log", "verify-service.log", "user-service.log", "media-service.log");
        assertThat(logs)
                .filteredOn(PrivacyIT::receivesCodes)
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(SearchedText.file(file).foundNumbersAlone(all(Kind.SMS_CODE)))
                        .isEmpty());
        assertThat(logs)
                .as("requests with mobiles are there")
                .anySatisfy(file -> assertThat(SearchedText.file(file).found(List.of("/smscode/***")))
                        .isNotEmpty());
        assertThat(logs).allSatisfy(file -> {
            SearchedText log = SearchedText.file(file);
            assertThat(log.found(secrets())).isEmpty();
            assertThat(log.foundNumbers(all(Kind.MOBILE))).isEmpty();
        });
    }

    @Test
    @Order(3)
    void filesWhenPassportHasStoppedThenTheyHaveNoPlainSecret() {
        RegisteredUser user = RegisteredUser.of(passport);
        String name = "In clear " + user.id();
        user.visitor().changeName(name).isOk();
        user.visitor()
                .verifyRealName(
                        passport.secrets().newRealName(), passport.secrets().newIdCard())
                .isOk();
        // after this, MariaDB has written all data to disk
        passport.down();
        List<Path> files = files("data");
        assertThat(files)
                .filteredOn(file -> file.endsWith("account.ibd"))
                .singleElement()
                .satisfies(file ->
                        assertThat(SearchedText.file(file).found(List.of(name))).isNotEmpty());
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(SearchedText.file(file).found(secrets())).isEmpty());
        assertThat(files).filteredOn(PrivacyIT::holdsAccounts).allSatisfy(file -> {
            SearchedText table = SearchedText.file(file);
            assertThat(table.foundNumbers(all(Kind.MOBILE))).isEmpty();
            assertThat(table.foundNumbersAlone(all(Kind.SMS_CODE))).isEmpty();
        });
    }

    private static boolean receivesCodes(Path log) {
        return log.getFileName().toString().matches("(gateway|verify-service|user-service|media-service|emulators).*");
    }

    /** The other files of the servers contain unrelated numbers. */
    private static boolean holdsAccounts(Path file) {
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
