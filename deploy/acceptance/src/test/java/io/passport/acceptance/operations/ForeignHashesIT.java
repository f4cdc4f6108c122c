package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.stack.Secrets.Kind;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts that another system kept before: hashes of {@link #PASSWORD} by Werkzeug 3.1.8's {@code generate_password_hash},
 * and by libxcrypt's bcrypt, both called from Python 3.11.
 */
@AgainstPassport
class ForeignHashesIT {

    private static final String PASSWORD = "correct horse 9";
    private static final String TODAY = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$";

    private final Passport passport;
    private final Member member;

    ForeignHashesIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pbkdf2:sha256:260000$5DPtRCZO9DvW1PBz$28feaeab13a682e3d11b86dfec49a68700734b1978d1ad32589ef8a0fc8cbbc0",
                "pbkdf2:sha256:50000$SKtty9cj9Fhn1vWs$6cc32e8b25c71840874b5ce9ec7dbf18b5c8c53ad2f819f7b7716fcbf4d83ae5",
                "scrypt:32768:8:1$40zGBczalTKVTl2V$af185f6758bbc176f35a8651527afcbfb58274cba3ae896be50d791fdbb233e5"
                        + "67e8a2887a2a58ceaff542093e0a9c4cbf4041da26461930ad7b76a6dbc1ca58",
                "$2b$10$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C",
                "$2a$10$dM4h.MqSPCRXaP/SX7z/P.hmih1vj4t.cue2femfOiRL1dpbOlvvG",
                "$2y$10$sKozwQ9VOxs.GZL0treQs.HIGA0XSql0egjATDlvweZEQJvGXC8cm"
            })
    void loginWhenAnotherSystemMadeTheHashThenItSucceedsAndTheHashIsTodays(String hash) {
        passport.secrets().keep(Kind.PASSWORD, PASSWORD);
        passport.database().setPasswordHash(member.id(), hash);
        Visitor visitor = Visitor.of(passport);
        visitor.logIn(member.mobile(), "correct horse 8").isRefusal("4004", "用户名或密码错误");
        assertThat(passport.database().passwordHash(member.id())).isEqualTo(hash);
        visitor.logIn(member.mobile(), PASSWORD).isOk();
        assertThat(passport.database().passwordHash(member.id())).startsWith(TODAY);
        visitor.logIn(member.mobile(), PASSWORD).isOk();
        member.isSignedIn();
    }

    @Test
    void passwordWhenAnotherSystemMadeTheHashThenItIsTheOldOneOfAChange() {
        passport.database()
                .setPasswordHash(member.id(), "$2b$10$UhSA9aqx1NZWY27KeSTSs.xVw5Z7xD9EI21fIGmt8SfyVx.8O4b1C");
        String chosen = passport.secrets().newPassword();
        member.owner(passport).changePassword(PASSWORD, chosen).isOk();
        Visitor.of(passport).logIn(member.mobile(), chosen).isOk();
        Visitor.of(passport).logIn(member.mobile(), PASSWORD).isRefusal("4004");
    }

    @Test
    void loginWhenTheHashIsDamagedThenItIsAWrongPassword() {
        passport.database().setPasswordHash(member.id(), "pbkdf2:sha256:260000$5DPtRCZO9DvW1PBz$28fe");
        Visitor.of(passport).logIn(member.mobile(), PASSWORD).isRefusal("4004", "用户名或密码错误");
    }
}
