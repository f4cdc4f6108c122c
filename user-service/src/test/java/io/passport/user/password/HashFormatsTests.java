package io.passport.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class HashFormatsTests {

    private final PasswordHashing hashing = new PasswordHashing(
            new PasswordHashingProperties(2, 50, Duration.ofSeconds(20)), BulkheadRegistry.ofDefaults());

    static final String[] IMPORTED = ImportedHashes.ALL;

    @ParameterizedTest
    @FieldSource("IMPORTED")
    void compareWhenAnotherSystemHashedThenTheRightPasswordMatchesAndIsUpgraded(String hash) {
        matchesAndIsRenewed(hash);
    }

    @Test
    void compareWhenWerkzeugHashedChineseThenItMatches() {
        assertThat(hashing.compare(new Password("密码密码密码密码"), ImportedHashes.CHINESE)
                        .matches())
                .isTrue();
    }

    @Test
    void compareWhenTheHashIsOursOfAnotherYearThenItMatchesAndIsUpgraded() {
        String text = "correct horse 9";
        for (int passes : new int[] {1, 9, 10, 11, 19}) {
            matchesAndIsRenewed(new Argon2PasswordEncoder(8, 16, 1, 1024, passes).encode(text));
        }
        for (String older : new String[] {
            new Argon2PasswordEncoder(8, 16, 1, 4096, 3).encode(text),
            new Argon2PasswordEncoder(16, 32, 1, 19455, 3).encode(text),
            new Argon2PasswordEncoder(16, 32, 4, 65536, 1).encode(text),
            Argon2Factory.create(Argon2Types.ARGON2i).hash(3, 65536, 1, text.toCharArray())
        }) {
            matchesAndIsRenewed(older);
            matchesAndIsRenewed("{argon2id}" + older);
        }
    }

    @Test
    void compareWhenTheHashIsTodaysOrStrongerThenItStays() {
        String text = "correct horse 9";
        for (String strong : new String[] {
            new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(text),
            new Argon2PasswordEncoder(16, 32, 1, 19456, 3).encode(text),
            new Argon2PasswordEncoder(16, 32, 4, 65536, 3).encode(text)
        }) {
            matchesAndStays(strong);
            matchesAndStays("{argon2id}" + strong);
        }
        matchesAndStays(hashing.hash(NewPassword.of(text)));
    }

    /** Damaged hashes, unknown formats, a password in clear, and parameters that would stop the service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse 9",
                "{noop}correct horse 9",
                "{argon2id}",
                "{argon2id}correct horse 9",
                "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$",
                "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$!!!!$????",
                "$argon2id$v=19$m=2147483647,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8I0E7rkEZrKmZ0oGGzxTfWvZ4XqTIEGOdlnUo3ibXnk",
                "$argon2id$v=19$m=19456,t=2000000,p=1$c29tZXNhbHRzb21lc2FsdA$8I0E7rkEZrKmZ0oGGzxTfWvZ4XqTIEGOdlnUo3ibXnk",
                "$argon2id$v=19$m=19456,t=2,p=0$c29tZXNhbHRzb21lc2FsdA$8I0E7rkEZrKmZ0oGGzxTfWvZ4XqTIEGOdlnUo3ibXnk",
                "{bcrypt}",
                "{bcrypt}$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8I0E7rkEZrKmZ0oGGzxTfWvZ4XqTIEGOdlnUo3ibXnk",
                "{argon2id}$2b$10$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C",
                "{pbkdf2}$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8I0E7rkEZrKmZ0oGGzxTfWvZ4XqTIEGOdlnUo3ibXnk",
                "$2b$31$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C",
                "$2b$10$UhSA9aqx1NZWY27KeSTSs",
                "pbkdf2:sha256:260000",
                "pbkdf2:sha256:260000$5DPtRCZO9DvW1PBz$28feaeab",
                "pbkdf2:sha256:0$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
                "pbkdf2:sha256:9999999$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
                "pbkdf2:sha256:99999999999$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
                "pbkdf2:md5:1000$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a687",
                "pbkdf2:sha256:1000$$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
                "scrypt:32767:8:1$40zGBczalTKVTl2V$af185f6758bbc176f35a8651527afcbfb58274cba3ae896be50d791fdbb233e567e8a2887a2a58ceaff542093e0a9c4cbf4041da26461930ad7b76a6dbc1ca58",
                "scrypt:1048576:8:1$40zGBczalTKVTl2V$af185f6758bbc176f35a8651527afcbfb58274cba3ae896be50d791fdbb233e567e8a2887a2a58ceaff542093e0a9c4cbf4041da26461930ad7b76a6dbc1ca58",
                "scrypt:32768:8:0$40zGBczalTKVTl2V$af185f6758bbc176f35a8651527afcbfb58274cba3ae896be50d791fdbb233e567e8a2887a2a58ceaff542093e0a9c4cbf4041da26461930ad7b76a6dbc1ca58",
                "scrypt:32768:8:1$40zGBczalTKVTl2V$af185f"
            })
    void compareWhenTheFormatIsNotSupportedThenNoPasswordMatches(String hash) {
        assertThat(hashing.compare(new Password("correct horse 9"), hash).matches())
                .isFalse();
        assertThat(hashing.isSupported(hash)).isFalse();
    }

    @Test
    void compareWhenTheNameInBracesIsOfAnotherFormatThenNoPasswordMatches() {
        String ours = hashing.hash(NewPassword.of(ImportedHashes.PASSWORD));
        String misnamed = ours.replace("{argon2id}", "{bcrypt}");
        assertThat(hashing.compare(new Password(ImportedHashes.PASSWORD), misnamed))
                .isEqualTo(new PasswordMatch(false, null));
        assertThat(hashing.isSupported(misnamed)).isFalse();
    }

    @Test
    void compareWhenTheHashIsImportedThenItNeedsAPermitToo() {
        PasswordHashing narrow = new PasswordHashing(
                new PasswordHashingProperties(1, 50, Duration.ofMillis(1)), BulkheadRegistry.ofDefaults());
        List<Future<Boolean>> matches = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                matches.add(threads.submit(() -> narrow.compare(new Password("correct horse 9"), IMPORTED[0])
                        .matches()));
            }
        }
        assertThat(matches.stream().filter(match -> match.state() == Future.State.FAILED))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.exceptionNow()).isInstanceOf(ApiException.class));
        assertThat(matches.stream().filter(match -> match.state() == Future.State.SUCCESS))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.resultNow()).isTrue());
    }

    private void matchesAndStays(String hash) {
        assertThat(hashing.compare(new Password(ImportedHashes.PASSWORD), hash))
                .isEqualTo(new PasswordMatch(true, null));
        assertThat(hashing.compare(new Password("correct horse 8"), hash)).isEqualTo(new PasswordMatch(false, null));
    }

    private void matchesAndIsRenewed(String hash) {
        PasswordMatch comparison = hashing.compare(new Password(ImportedHashes.PASSWORD), hash);
        assertThat(comparison.matches()).isTrue();
        assertThat(comparison.upgradedHash()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.compare(new Password("correct horse 8"), hash)).isEqualTo(new PasswordMatch(false, null));
    }
}
