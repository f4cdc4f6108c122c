package io.passport.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTests {

    private static final int CALLERS = 40;

    private final PasswordHashing hashing = new PasswordHashing(
            new PasswordHashingProperties(2, 50, Duration.ofSeconds(20)), BulkheadRegistry.ofDefaults());

    @ParameterizedTest
    @ValueSource(
            strings = {"tr0ub4dor&3 staple", "密码密码密码密码", "😀😀😀😀😀😀😀😀", "        x", "👩\u200D💻 at her desk"})
    void createWhenLongAndUncommonThenAccepted(String text) {
        assertThat(new NewPassword(new Password(text)).password().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kq7 wzp",
                "😀😀😀😀😀😀😀",
                "12345678",
                "PassWord",
                "password1",
                "a\u0000bcdefgh",
                "a\nbcdefgh",
                "a\u200Bbcdefgh kq7",
                "\uFEFFbcdefgh kq7",
                "a\uE000bcdefgh kq7"
            })
    void createWhenShortCommonOrUnprintableThenRefused(String text) {
        assertThatThrownBy(() -> NewPassword.of(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PARAMERR));
    }

    @Test
    void createWhenCommonThenRefused() throws IOException {
        List<String> common = StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().keySet().stream()
                .filter(password -> password.length() >= 8)
                .toList();
        assertThat(common).hasSizeGreaterThan(3000);
        assertThat(common)
                .allSatisfy(password -> assertThatThrownBy(() -> NewPassword.of(password.toUpperCase(Locale.ROOT)))
                        .isInstanceOfSatisfying(
                                ApiException.class,
                                refusal -> assertThat(refusal.text()).contains("常见")));
    }

    @Test
    void compareWhenOneCharacterOrCaseDiffersThenNoMatch() {
        String typed = "x".repeat(127) + "y";
        String hash = hashing.hash(NewPassword.of(typed));
        assertThat(hashing.compare(new Password(typed), hash).matches()).isTrue();
        for (String other :
                List.of("x".repeat(128), "x".repeat(127), "X" + typed.substring(1), " " + typed.substring(1))) {
            assertThat(hashing.compare(new Password(other), hash).matches()).isFalse();
        }
    }

    @Test
    void createWhenLongerThan128ThenRefused() {
        assertThat(new Password("x".repeat(128)).text()).hasSize(128);
        assertThatThrownBy(() -> new Password("x".repeat(129))).isInstanceOf(ApiException.class);
    }

    @Test
    void requireOtherThanWhenItIsTheOwnNumberThenRefused() {
        NewPassword number = NewPassword.of("13800000001");
        assertThatThrownBy(() -> number.requireOtherThan(new Mobile("13800000001")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PARAMERR));
        assertThatCode(() -> number.requireOtherThan(new Mobile("13800000002"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "half of a \uDE00 character", "\uDE00\uD83D"})
    void createWhenASurrogateIsUnpairedThenRefused(String text) {
        assertThat(new Password("\uD83D\uDE00").text()).isEqualTo("😀");
        assertThatThrownBy(() -> new Password(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PARAMERR));
    }

    @Test
    void compareWhenTheUnicodeFormDiffersThenItMatches() {
        String hash = hashing.hash(NewPassword.of("e\u0301clair au chocolat"));
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.compare(new Password("\u00E9clair au chocolat"), hash)
                        .matches())
                .isTrue();
        assertThat(hashing.compare(new Password("eclair au chocolat"), hash).matches())
                .isFalse();
        assertThat(hashing.matchDummy(new Password("nobody's password"))).isFalse();
    }

    @Test
    void hashWhenTheWaitIsTooLongThenRefused() throws Exception {
        PasswordHashing narrow = new PasswordHashing(
                new PasswordHashingProperties(1, 50, Duration.ofMillis(1)), BulkheadRegistry.ofDefaults());
        List<Future<String>> hashes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                NewPassword password = NewPassword.of("correct horse " + i);
                hashes.add(threads.submit(() -> narrow.hash(password)));
            }
        }
        assertThat(hashes.stream().filter(hash -> hash.state() == Future.State.FAILED))
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash.exceptionNow()).isInstanceOf(ApiException.class));
        assertThat(hashes.stream().filter(hash -> hash.state() == Future.State.SUCCESS))
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash.resultNow()).startsWith("{argon2id}"));
    }

    @Test
    void hashWhenTheQueueIsFullThenRefusedAtOnce() throws Exception {
        PasswordHashing narrow = new PasswordHashing(
                new PasswordHashingProperties(1, 3, Duration.ofMinutes(5)), BulkheadRegistry.ofDefaults());
        List<Boolean> hashed = Simultaneously.call(CALLERS, i -> {
            try {
                narrow.hash(NewPassword.of("correct horse " + i));
                return true;
            } catch (ApiException refused) {
                return false;
            }
        });
        assertThat(hashed).contains(true, false);
    }

    @Test
    void printWhenItIsAPasswordThenNothingIsShown() {
        assertThat(NewPassword.of("correct horse").toString()).doesNotContain("horse");
    }
}
